using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using YamlDotNet.Core;

namespace CloudletK8s.Api.Yaml;

/// <summary>
/// YAML to trees. As in Kubernetes it becomes JSON first and is then read like any JSON, so both have the same rules and words.
/// </summary>
public static class YamlTreeReader
{
    public static DecodeResult Read(ReadOnlySpan<byte> utf8, Schema schema, DecodeOptions options) =>
        ToJson(utf8, out var error) is { } json ? JsonTreeReader.Read(json, schema, options) : new() { Error = error };

    public static DecodeResult ReadAny(ReadOnlySpan<byte> utf8) =>
        ToJson(utf8, out var error) is { } json ? JsonTreeReader.ReadAny(json) : new() { Error = error };

    /// <summary>
    /// The one document as JSON, for looking at its kind before its schema is known. A key that is there twice stays twice:
    /// the JSON reader reports it.
    /// </summary>
    /// <returns>Null when there is an error.</returns>
    public static byte[]? ToJson(ReadOnlySpan<byte> utf8, out DecodeError? error)
    {
        error = null;
        try
        {
            return YamlDocument.Load(utf8).ToJson();
        }
        catch (DecodeException broken)
        {
            error = broken.Error;
        }
        catch (YamlException broken)
        {
            error = new(DecodeErrorKind.Syntax, $"yaml: line {broken.Start.Line}: {broken.Message}");
        }

        return null;
    }
}
