using System.Collections.Frozen;
using CloudletK8s.Api.Kinds;
using CloudletK8s.ApiServer.Resources;

namespace CloudletK8s.ApiServer.InProcess;

/// <summary>A catalogue by what is stored: each resource once, however many versions and groups show it.</summary>
internal sealed class StoredKinds
{
    public StoredKinds(ResourceCatalog catalog)
    {
        Catalog = catalog;
        var stored = catalog.All.Where(resource => resource.Store is not null).GroupBy(resource => resource.Storage.GroupResource).ToList();
        ByResource = stored.ToFrozenDictionary(versions => versions.Key, versions => Preferred(versions).Kind);
        ByKind = stored.SelectMany(versions => versions.Select(version => (version.Kind.ApiVersion, version.Kind.Kind, ByResource[versions.Key])))
            .ToFrozenDictionary(entry => (entry.ApiVersion, entry.Kind), entry => entry.Item3);
        All = [.. ByResource.Values.OrderBy(kind => kind.GroupResource, StringComparer.Ordinal)];
    }

    public ResourceCatalog Catalog { get; }

    public IReadOnlyList<KindInfo> All { get; }

    public FrozenDictionary<string, KindInfo> ByResource { get; }

    public FrozenDictionary<(string ApiVersion, string Kind), KindInfo> ByKind { get; }

    private static ServedResource Preferred(IEnumerable<ServedResource> versions) =>
        versions.OrderBy(version => version.NeedsConversion).ThenBy(version => version.Kind.ApiVersion, StringComparer.Ordinal).First();
}
