using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.Reconcilers.PodGc;

internal static class NodeOutage
{
    private const string OutOfService = "node.kubernetes.io/out-of-service";

    /// <summary>Somebody vouches that the node is off, and it does not say otherwise.</summary>
    public static bool IsOutOfService(Node node) =>
        node.Spec?.Taints?.Any(taint => taint.Key == OutOfService) == true
        && node.Status?.Conditions?.Any(condition => condition is { Type: "Ready", Status: "True" }) != true;
}
