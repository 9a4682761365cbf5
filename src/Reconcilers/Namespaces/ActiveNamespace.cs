using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Meta.V1;

namespace CloudletK8s.Reconcilers.Namespaces;

/// <summary>What controllers ask of a namespace that put something into each.</summary>
internal static class ActiveNamespace
{
    public static bool IsActive(this Namespace ns) => ns.Metadata?.DeletionTimestamp is null && ns.Status?.Phase != "Terminating";

    /// <summary>The server will have nothing new in a namespace that goes away.</summary>
    public static bool IsNamespaceGoing(this Status refusal) =>
        refusal.Details?.Causes?.Any(static cause => cause.Reason == "NamespaceTerminating") == true;
}
