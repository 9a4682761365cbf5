using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using CloudletK8s.Api.Kinds;
using CloudletK8s.ApiServer.Discovery;

namespace CloudletK8s.ApiServer.OpenApi;

/// <summary>Whole OpenAPI documents, straight into bytes.</summary>
internal static class OpenApiJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Everything in one document.</summary>
    public static ReadOnlyMemory<byte> V2(IReadOnlyList<KindInfo> kinds)
    {
        var groups = GroupOrder.Of(kinds);
        var paths = new List<ApiPath> { DiscoveryOperations.Core(), DiscoveryOperations.Groups() };
        paths.AddRange(groups.Where(group => group.Name.Length > 0).Select(group => DiscoveryOperations.Group(group.Name)));
        foreach (var group in groups)
        {
            foreach (var version in group.Versions)
                paths.AddRange(PathsOf(group.Name, version.Name, version.Kinds));
        }

        return Write((json, comments) =>
        {
            var schemas = new SchemaWriter(json, isV3: false, comments);
            var writer = new PathWriterV2(json, schemas);
            json.WriteString("swagger", "2.0");
            WriteInfo(json);
            json.WriteStartObject("paths");
            foreach (var path in paths.OrderBy(path => path.Path, StringComparer.Ordinal))
                writer.Write(path);
            json.WriteEndObject();
            json.WriteStartObject("definitions");
            foreach (var definition in new DefinitionSet(kinds).InOrder)
                schemas.Write(definition);
            json.WriteEndObject();
            writer.WriteCommonParameters();
            json.WriteStartObject("securityDefinitions");
            json.WriteStartObject("BearerToken");
            WriteBearer(json);
            json.WriteEndObject();
            json.WriteEndObject();
            WriteSecurity(json);
        });
    }

    /// <summary>The document of one group's version.</summary>
    public static ReadOnlyMemory<byte> V3(string group, string version, IReadOnlyList<KindInfo> kinds) =>
        V3(PathsOf(group, version, kinds), kinds);

    /// <summary>A document about discovery only: /api, /apis, /apis/apps.</summary>
    public static ReadOnlyMemory<byte> V3(ApiPath discovery) => V3([discovery], []);

    private static ReadOnlyMemory<byte> V3(IEnumerable<ApiPath> paths, IReadOnlyList<KindInfo> kinds) => Write((json, comments) =>
    {
        var schemas = new SchemaWriter(json, isV3: true, comments);
        var writer = new PathWriterV3(json, schemas);
        json.WriteString("openapi", "3.0.0");
        WriteInfo(json);
        json.WriteStartObject("paths");
        foreach (var path in paths.OrderBy(path => path.Path, StringComparer.Ordinal))
            writer.Write(path);
        json.WriteEndObject();
        json.WriteStartObject("components");
        json.WriteStartObject("schemas");
        foreach (var definition in new DefinitionSet(kinds).InOrder)
            schemas.Write(definition);
        json.WriteEndObject();
        json.WriteStartObject("securitySchemes");
        json.WriteStartObject("BearerToken");
        WriteBearer(json);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        WriteSecurity(json);
    });

    private static IEnumerable<ApiPath> PathsOf(string group, string version, IReadOnlyList<KindInfo> kinds) =>
        kinds.SelectMany(kind => new KindPaths(kind).All()).Prepend(DiscoveryOperations.Version(group, version));

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter, DocComments> members)
    {
        var output = new ArrayBufferWriter<byte>(64 * 1024);
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            members(json, DocComments.Load());
            json.WriteEndObject();
        }

        return output.WrittenMemory;
    }

    private static void WriteInfo(Utf8JsonWriter json)
    {
        json.WriteStartObject("info");
        json.WriteString("title", "Kubernetes");
        json.WriteString("version", VersionPath.GitVersion);
        json.WriteEndObject();
    }

    private static void WriteBearer(Utf8JsonWriter json)
    {
        json.WriteString("description", "Bearer token");
        json.WriteString("in", "header");
        json.WriteString("name", "authorization");
        json.WriteString("type", "apiKey");
    }

    private static void WriteSecurity(Utf8JsonWriter json)
    {
        json.WriteStartArray("security");
        json.WriteStartObject();
        json.WriteStartArray("BearerToken");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
