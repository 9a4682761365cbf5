using System.Security.Cryptography;
using System.Text;
using CloudletK8s.Api.Kinds;
using CloudletK8s.ApiServer.Discovery;
using CloudletK8s.ApiServer.Negotiation;
using CloudletK8s.ApiServer.OpenApi.Gnostic;
using CloudletK8s.ApiServer.Resources;

namespace CloudletK8s.ApiServer.OpenApi;

/// <summary>The documents of one catalogue, each made when it is first asked for. One at a time: they are large while they are made.</summary>
internal sealed class OpenApiDocuments
{
    public const string ProtobufV2 = "application/com.github.proto-openapi.spec.v2.v1.0+protobuf";
    public const string ProtobufV3 = "application/com.github.proto-openapi.spec.v3.v1.0+protobuf";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, OpenApiDocument> _made = [];
    private readonly SortedDictionary<string, Part> _parts = new(StringComparer.Ordinal);

    public OpenApiDocuments(ResourceCatalog catalog, OpenApiDocuments? before)
    {
        Catalog = catalog;
        Add("api", DiscoveryOperations.Core());
        Add("apis", DiscoveryOperations.Groups());
        foreach (var group in GroupOrder.Of(catalog.Kinds))
        {
            if (group.Name.Length > 0)
                Add($"apis/{group.Name}", DiscoveryOperations.Group(group.Name));
            foreach (var version in group.Versions)
            {
                var path = group.Name.Length == 0 ? $"api/{version.Name}" : $"apis/{group.Name}/{version.Name}";
                _parts[path] = new(version.Kinds, () => OpenApiJson.V3(group.Name, version.Name, version.Kinds));
            }
        }

        if (before is not null)
            Keep(before);
    }

    public ResourceCatalog Catalog { get; }

    public OpenApiDocument V2(bool protobuf)
    {
        lock (_lock)
            return Make($"v2;{protobuf}", () => OpenApiJson.V2(Catalog.Kinds), "", protobuf, GnosticV2.Document, ProtobufV2);
    }

    /// <param name="path">Without slashes at its ends: "apis/apps/v1".</param>
    public OpenApiDocument? V3(string path, bool protobuf)
    {
        lock (_lock)
            return _parts.TryGetValue(path, out var part) ? MakePart(path, part, protobuf) : null;
    }

    /// <summary>Where the parts are. Their addresses change with their content, so that clients may keep them for good.</summary>
    public Document Index()
    {
        lock (_lock)
        {
            return DiscoveryJson.Write(json =>
            {
                json.WriteStartObject("paths");
                foreach (var (path, part) in _parts)
                {
                    json.WriteStartObject(path);
                    json.WriteString("serverRelativeURL", $"/openapi/v3/{path}?hash={HashOf(path, part)}");
                    json.WriteEndObject();
                }

                json.WriteEndObject();
            });
        }
    }

    private void Add(string path, ApiPath discovery) => _parts[path] = new([], () => OpenApiJson.V3(discovery));

    /// <summary>What consists of the same kinds as before needs not be made again.</summary>
    private void Keep(OpenApiDocuments before)
    {
        lock (before._lock)
        {
            foreach (var (path, part) in _parts)
            {
                if (!before._parts.TryGetValue(path, out var old) || !part.Kinds.SequenceEqual(old.Kinds))
                    continue;

                part.Hash = old.Hash;
                foreach (var protobuf in (bool[])[false, true])
                {
                    if (before._made.TryGetValue(Key(path, protobuf), out var made))
                        _made[Key(path, protobuf)] = made;
                }
            }
        }
    }

    /// <summary>The parts of built-in kinds change only with the program; so nothing has to be made to tell their hash.</summary>
    private string HashOf(string path, Part part)
    {
        if (part.Hash.Length == 0)
            part.Hash = part.Kinds.All(kind => kind.Record is not null) ? HashOfProgram(path) : MakePart(path, part, protobuf: false).Hash;
        return part.Hash;
    }

    private static string HashOfProgram(string path) => Hash(Encoding.UTF8.GetBytes(
        $"{path} {typeof(BuiltInKinds).Module.ModuleVersionId} {typeof(OpenApiDocuments).Module.ModuleVersionId}"));

    private OpenApiDocument MakePart(string path, Part part, bool protobuf)
    {
        var hash = part.Hash.Length > 0 || part.Kinds.Any(kind => kind.Record is null) ? part.Hash : HashOf(path, part);
        return Make(Key(path, protobuf), part.Write, hash, protobuf, GnosticV3.Document, ProtobufV3);
    }

    private OpenApiDocument Make(
        string key, Func<ReadOnlyMemory<byte>> write, string hash, bool protobuf, GnosticMessage message, string protobufType)
    {
        if (_made.TryGetValue(key, out var known))
            return known;

        var json = write();
        if (hash.Length == 0)
            hash = Hash(json.Span);
        var document = protobuf
            ? new OpenApiDocument(GnosticEncoder.Encode(message, json), protobufType, hash)
            : new OpenApiDocument(json, MediaTypes.Json, hash);
        return _made[key] = document;
    }

    private static string Key(string path, bool protobuf) => $"v3/{path};{protobuf}";

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexString(SHA256.HashData(bytes));

    private sealed record Part(IReadOnlyList<KindInfo> Kinds, Func<ReadOnlyMemory<byte>> Write)
    {
        /// <summary>Empty until it is asked for.</summary>
        public string Hash { get; set; } = "";
    }
}
