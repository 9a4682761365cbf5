using System.Text;
using CloudletK8s.Store;

namespace CloudletK8s.TestKit.Stores;

/// <summary>Small objects whose JSON carries a value, and the writes that change them.</summary>
public static class TestObjects
{
    private const string Before = """{"metadata":{"resourceVersion":" """;

    public static ObjectWrite Add(ObjectKey key, string value) => Write(ChangeType.Added, key, value, null);

    public static ObjectWrite Modify(StoredObject from, string value) => Write(ChangeType.Modified, from.Key, value, from.Revision);

    public static ObjectWrite Delete(StoredObject from) => Write(ChangeType.Deleted, from.Key, Value(from), from.Revision);

    public static ObjectWrite Write(ChangeType type, ObjectKey key, string value, long? expectedRevision)
    {
        var before = Before.TrimEnd();
        return new ObjectWrite(type, key)
        {
            Json = Encoding.UTF8.GetBytes($$"""{{before}}"},"value":"{{value}}"}"""),
            RevisionOffset = before.Length,
            ExpectedRevision = expectedRevision,
        };
    }

    public static string Json(StoredObject stored) => Encoding.UTF8.GetString(stored.Json.Span);

    public static string Value(StoredObject stored)
    {
        var json = Json(stored);
        var start = json.IndexOf("\"value\":\"") + 9;
        return json[start..json.LastIndexOf('"')];
    }
}
