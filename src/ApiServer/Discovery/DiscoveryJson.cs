using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using CloudletK8s.ApiServer.Negotiation;

namespace CloudletK8s.ApiServer.Discovery;

internal static class DiscoveryJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the members of one object.</summary>
    public static Document Write(Action<Utf8JsonWriter> members, string contentType = MediaTypes.Json)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
        return Document.Of(output.WrittenMemory, contentType);
    }

    public static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    public static void StringsIfAny(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
            Strings(json, name, values);
    }
}
