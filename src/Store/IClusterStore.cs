namespace CloudletK8s.Store;

/// <summary>All resources of one cluster.</summary>
public interface IClusterStore : IAsyncDisposable
{
    /// <summary>
    /// The store of a resource, made on first use and the same object ever after.
    /// </summary>
    /// <param name="resource">"pods", or with the group: "deployments.apps". Fixed for the life of the resource.</param>
    IResourceStore Resource(string resource);

    /// <summary>Hears of every change this process commits or learns of, after it is visible to readers.</summary>
    event Action<string, Change>? Changed;
}
