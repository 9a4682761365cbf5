using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Caches;

namespace CloudletK8s.Reconcilers.Pods;

/// <summary>Ways to find pods that more than one controller uses.</summary>
internal static class PodIndexes
{
    /// <summary>By the node that they are bound to.</summary>
    public static ObjectIndex<Pod> ByNode(ObjectCache<Pod> pods) =>
        pods.Index("node", static pod => pod.Spec?.NodeName is { Length: > 0 } node ? [node] : []);
}
