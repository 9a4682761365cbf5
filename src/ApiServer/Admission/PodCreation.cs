using CloudletK8s.Api.Trees;

namespace CloudletK8s.ApiServer.Admission;

/// <summary>What the plugins for new pods share.</summary>
internal static class PodCreation
{
    public static bool Is(AdmissionRequest request) =>
        request.Operation == AdmissionOperation.Create && request.Subresource.Length == 0 && request.Is("", "pods");

    /// <summary>Containers of all kinds that run on creation.</summary>
    public static IEnumerable<TreeObject> Containers(TreeObject spec) =>
        (spec.List("initContainers")?.Objects() ?? []).Concat(spec.List("containers")?.Objects() ?? []);

    /// <summary>A pod that a node made from a file of its own: the API only mirrors it.</summary>
    public static bool IsMirror(TreeObject pod) => pod.Object("metadata", "annotations")?.Has("kubernetes.io/config.mirror") == true;
}
