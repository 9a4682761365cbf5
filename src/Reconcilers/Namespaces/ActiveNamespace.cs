using CloudletK8s.Api.Core.V1;
using CloudletK8s.Reconcilers.Children;

namespace CloudletK8s.Reconcilers.Namespaces;

/// <summary>What controllers ask of a namespace that put something into each.</summary>
internal static class ActiveNamespace
{
    public static bool IsActive(this Namespace ns) => ns.Metadata?.DeletionTimestamp is null && ns.Status?.Phase != "Terminating";
}
