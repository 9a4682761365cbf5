using System.Collections.Concurrent;
using CloudletK8s.ApiServer.Resources;

namespace CloudletK8s.ApiServer.Discovery;

/// <summary>The documents of one catalogue, each made when it is first asked for.</summary>
internal sealed class DiscoveryDocuments(ResourceCatalog catalog)
{
    private readonly ConcurrentDictionary<string, Document> _made = new();
    private readonly IReadOnlyList<ServedGroup> _groups = GroupOrder.Of(catalog.Kinds);

    public ResourceCatalog Catalog { get; } = catalog;

    private IEnumerable<ServedGroup> NamedGroups => _groups.Where(group => group.Name.Length > 0);

    private IEnumerable<ServedGroup> CoreGroup => _groups.Where(group => group.Name.Length == 0);

    /// <param name="serverAddress">How the client reached this server.</param>
    public Document CoreVersions(string serverAddress) => PlainDiscovery.CoreVersions(CoreGroup.First(), serverAddress);

    public Document Groups() => _made.GetOrAdd("apis", _ => PlainDiscovery.Groups(NamedGroups));

    /// <param name="legacy">The core group, below /api; else all others, below /apis.</param>
    public Document Aggregated(bool legacy, string version) => _made.GetOrAdd(
        $"{(legacy ? "api" : "apis")};{version}", _ => AggregatedDiscovery.Of(legacy ? CoreGroup : NamedGroups, version));

    public Document? Group(string name)
    {
        var group = NamedGroups.FirstOrDefault(group => group.Name == name);
        return group is null ? null : _made.GetOrAdd($"apis/{name}", _ => PlainDiscovery.Group(group));
    }

    /// <param name="group">Empty for the core group.</param>
    public Document? Resources(string group, string version)
    {
        var served = _groups.FirstOrDefault(served => served.Name == group);
        var at = served?.Versions.FirstOrDefault(served => served.Name == version);
        return served is null || at is null ? null : _made.GetOrAdd($"{group}/{version}", _ => PlainDiscovery.Resources(served, at));
    }
}
