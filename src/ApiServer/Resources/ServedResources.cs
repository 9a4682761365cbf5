using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Resources;

/// <summary>The current catalogue. Readers take it once a request; whoever changes it swaps the whole.</summary>
public sealed class ServedResources(ResourceCatalog initial)
{
    private volatile ResourceCatalog _current = initial;

    public ResourceCatalog Current => _current;

    /// <summary>The objects of a built-in resource of the core group.</summary>
    internal IResourceStore Store(string plural) => Store("", "v1", plural);

    internal IResourceStore Store(string group, string version, string plural) => _current.Find(group, version, plural)?.Store
        ?? throw new InvalidOperationException($"{plural} of group \"{group}\" are not stored");

    /// <summary>Called by the one place that follows custom resource definitions.</summary>
    public void Replace(ResourceCatalog next) => _current = next;
}
