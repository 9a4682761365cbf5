using CloudletK8s.Api.Kinds;

namespace CloudletK8s.ApiServer.Resources;

/// <summary>Everything that is served at one moment. Immutable: custom resources make a new catalogue.</summary>
public sealed class ResourceCatalog
{
    private readonly Dictionary<(string Group, string Version, string Plural), ServedResource> _byPath;

    public ResourceCatalog(IEnumerable<ServedResource> resources)
    {
        _byPath = resources.ToDictionary(resource => (resource.Kind.Group, resource.Kind.Version, resource.Kind.Plural));
        Kinds = [.. _byPath.Values.Select(resource => resource.Kind)];
    }

    public IEnumerable<ServedResource> All => _byPath.Values;

    public IReadOnlyList<KindInfo> Kinds { get; }

    public ServedResource? Find(string group, string version, string plural) => _byPath.GetValueOrDefault((group, version, plural));

    /// <summary>Is this a group and version of Kubernetes itself?</summary>
    public bool HasBuiltIn(string group, string version) =>
        _byPath.Values.Any(resource => !resource.IsCustom && resource.Kind.Group == group && resource.Kind.Version == version);

    public ServedResource? FindKind(string apiVersion, string kind) =>
        _byPath.Values.FirstOrDefault(resource => resource.Kind.ApiVersion == apiVersion && resource.Kind.Kind == kind);
}
