using System.Text;
using System.Text.Json;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;

namespace CloudletK8s.TestKit.Trees;

/// <summary>Trees written down as JSON, for the readability of tests.</summary>
public static class Json
{
    public static TreeObject Object(string json) => (TreeObject)Tree(json);

    /// <summary>Single quotes may stand for double ones.</summary>
    public static Tree Tree(string json)
    {
        var read = JsonTreeReader.ReadAny(Encoding.UTF8.GetBytes(json.Contains('"', StringComparison.Ordinal) ? json : json.Replace('\'', '"')));
        return read.Root ?? throw new FormatException($"{read.Error?.Message}: {json}");
    }

    public static string Text(Tree? tree)
    {
        if (tree is null)
            return "(absent)";

        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Write(writer, tree);
        return Encoding.UTF8.GetString(bytes.ToArray());
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
