using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Caches;

namespace CloudletK8s.Reconcilers.Pods;

/// <summary>Finds pods by where they run.</summary>
internal static class PodIndexes
{
    public static ObjectIndex<Pod> ByNode(ObjectCache<Pod> pods) => pods.Index(
        "node", static pod => pod.Spec?.NodeName is { Length: > 0 } node ? [node] : []);
}
