using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Trees.Json;

/// <summary>Bytes to trees.</summary>
public static class JsonTreeReader
{
    private static readonly Schema Any = new(SchemaKind.Any);

    /// <summary>
    /// Reads what came from outside, and normalises it as a round trip through Kubernetes' types does: what the schema does not
    /// name is dropped, zero values appear exactly where Kubernetes writes them, quantities and times take their canonical form.
    /// </summary>
    public static DecodeResult Read(ReadOnlySpan<byte> utf8, Schema schema, DecodeOptions options)
    {
        var decoder = new JsonDecoder(utf8, schema, options);
        try
        {
            return decoder.Read();
        }
        catch (DecodeException broken)
        {
            // A text that is no JSON is refused as such, whatever else is wrong with it before that point.
            return new()
            {
                Error = broken.Error.Message != JsonCursor.Broken().Message && JsonSyntax.Explain(utf8) is not { } syntax
                    ? broken.Error
                    : new(DecodeErrorKind.Syntax, JsonSyntax.Explain(utf8) ?? broken.Error.Message),
            };
        }
    }

    /// <summary>Reads any JSON, for patches and other bodies without a schema.</summary>
    public static DecodeResult ReadAny(ReadOnlySpan<byte> utf8) => Read(utf8, Any, DecodeOptions.Lenient);

    /// <summary>
    /// Reads what this project wrote itself: nothing is normalised or checked beyond being JSON. The schema only lends its names.
    /// </summary>
    /// <exception cref="FormatException">The bytes are damaged.</exception>
    public static TreeObject ReadTrusted(ReadOnlySpan<byte> utf8, Schema? schema = null)
    {
        var json = new JsonCursor(utf8);
        try
        {
            var tree = (TreeObject)FreeJson.Read(ref json, schema);
            return json.AtEnd() ? tree : throw JsonCursor.Broken();
        }
        catch (Exception damaged) when (damaged is DecodeException or InvalidCastException)
        {
            throw new FormatException("the stored object is damaged: " + (JsonSyntax.Explain(utf8) ?? "it is no object"), damaged);
        }
    }
}
