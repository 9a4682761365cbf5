using CloudletK8s.Api.Kinds;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Controllers;

namespace CloudletK8s.Reconcilers.Children;

/// <summary>Finds children by their owner, and those that nobody owns.</summary>
internal static class ChildIndexes
{
    /// <summary>By the uid of the controlling owner.</summary>
    public static ObjectIndex<T> ByController<T>(ObjectCache<T> cache) where T : class, IApiObject => cache.Index(
        "controller", static obj => OwnerReferences.Controller(obj) is { Uid: { } uid } ? [uid] : []);

    /// <summary>Those without a controlling owner, by namespace.</summary>
    public static ObjectIndex<T> Orphans<T>(ObjectCache<T> cache) where T : class, IApiObject => cache.Index(
        "orphans", static obj => OwnerReferences.Controller(obj) is null ? [obj.Metadata?.Namespace ?? ""] : []);
}
