using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules;

/// <summary>What a service of a type has, asked of its spec.</summary>
public static class ServiceTypes
{
    /// <summary>The cluster IP of a service without one.</summary>
    public const string None = "None";

    public static bool NeedsClusterIP(TreeObject spec) => spec.Text("type") is "ClusterIP" or "NodePort" or "LoadBalancer";

    public static bool NeedsNodePort(TreeObject spec) => spec.Text("type") is "NodePort" or "LoadBalancer";

    public static bool NeedsHealthCheckNodePort(TreeObject spec) =>
        spec.Text("type") == "LoadBalancer" && spec.Text("externalTrafficPolicy") == "Local";

    public static bool IsExternallyAccessible(TreeObject spec) => spec.Text("type") is "NodePort" or "LoadBalancer"
        || (spec.Text("type") == "ClusterIP" && spec.List("externalIPs") is { Count: > 0 });

    public static bool IsHeadless(ServiceSpec spec) => spec.ClusterIPs is [None];

    internal static bool NeedsHealthCheckNodePort(ServiceSpec spec) => spec is { Type: "LoadBalancer", ExternalTrafficPolicy: "Local" };

    internal static bool IsExternallyAccessible(ServiceSpec spec) => spec.Type is "NodePort" or "LoadBalancer"
        || (spec.Type == "ClusterIP" && spec.ExternalIPs is { Count: > 0 });
}
