using System.Text.Json;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.TestKit.Trees;

/// <summary>Trees written down as JSON, for the readability of tests.</summary>
public static class Json
{
    public static TreeObject Object(string json) => (TreeObject)Tree(json);

    /// <summary>Single quotes may stand for double ones.</summary>
    public static Tree Tree(string json)
    {
        using var document = JsonDocument.Parse(json.Contains('"', StringComparison.Ordinal) ? json : json.Replace('\'', '"'));
        return Convert(document.RootElement);
    }

    public static string Text(Tree? tree)
    {
        if (tree is null)
            return "(absent)";

        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Write(writer, tree);
        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static Tree Convert(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new TreeObject();
                foreach (var member in element.EnumerateObject())
                    members.Set(member.Name, Convert(member.Value));
                return members;
            case JsonValueKind.Array:
                return new TreeList(element.EnumerateArray().Select(Convert));
            case JsonValueKind.String:
                return new TreeText(element.GetString()!);
            case JsonValueKind.Number:
                return element.TryGetInt64(out var whole) ? TreeNumber.Of(whole) : TreeNumber.Of(element.GetDouble());
            case JsonValueKind.True or JsonValueKind.False:
                return TreeFlag.Of(element.GetBoolean());
            default:
                return TreeNull.Instance;
        }
    }

    private static void Write(Utf8JsonWriter writer, Tree tree)
    {
        switch (tree)
        {
            case TreeObject members:
                writer.WriteStartObject();
                foreach (var (name, value) in members)
                {
                    writer.WritePropertyName(name);
                    Write(writer, value);
                }

                writer.WriteEndObject();
                break;
            case TreeList items:
                writer.WriteStartArray();
                foreach (var item in items)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case TreeText text:
                writer.WriteStringValue(text.Value);
                break;
            case TreeNumber { IsFraction: true } number:
                writer.WriteNumberValue(number.Value);
                break;
            case TreeNumber number:
                writer.WriteNumberValue(number.Whole);
                break;
            case TreeFlag flag:
                writer.WriteBooleanValue(flag.Value);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}
