namespace CloudletK8s.ApiServer.Resources;

/// <summary>The current catalogue. Readers take it once a request; whoever changes it swaps the whole.</summary>
public sealed class ServedResources(ResourceCatalog initial)
{
    private volatile ResourceCatalog _current = initial;

    public ResourceCatalog Current => _current;

    /// <summary>Called by the one place that follows custom resource definitions.</summary>
    public void Replace(ResourceCatalog next) => _current = next;
}
