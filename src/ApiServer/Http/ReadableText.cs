using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.Api.Yaml;
using CloudletK8s.ApiServer.Negotiation;

namespace CloudletK8s.ApiServer.Http;

/// <summary>JSON put into a form for people: YAML, or indented.</summary>
internal static class ReadableText
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Of(ReadOnlyMemory<byte> json, WireFormat format)
    {
        if (format == WireFormat.Yaml)
            return YamlTreeWriter.ToUtf8(JsonTreeReader.ReadAny(json.Span).Root!);

        using var parsed = JsonDocument.Parse(json);
        var output = new ArrayBufferWriter<byte>(json.Length * 2);
        using (var writer = new Utf8JsonWriter(output, Indented))
            parsed.WriteTo(writer);
        return output.WrittenMemory;
    }
}
