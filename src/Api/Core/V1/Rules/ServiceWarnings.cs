using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules;

internal static class ServiceWarnings
{
    public const string TopologyHints = "service.kubernetes.io/topology-aware-hints";
    public const string TopologyMode = "service.kubernetes.io/topology-mode";

    public static void Collect(TreeObject service, IList<string> warnings)
    {
        if (service.Object("metadata", "annotations")?.Has(TopologyHints) == true)
            warnings.Add($"annotation {TopologyHints} is deprecated, please use {TopologyMode} instead");

        if (service.Object("spec") is not { } spec)
            return;

        if (ServiceLinkedFields.ClusterIP(spec) is not ("" or ServiceTypes.None))
            CollectAddresses(spec, "clusterIPs", warnings);
        CollectAddresses(spec, "externalIPs", warnings);
        if (spec.Text("loadBalancerIP") is { Length: > 0 } balancer)
            IpWarnings.Address("spec.loadBalancerIP", balancer, warnings);

        var index = 0;
        foreach (var range in spec.List("loadBalancerSourceRanges")?.Texts() ?? [])
            IpWarnings.Network($"spec.loadBalancerSourceRanges[{index++}]", range, warnings);

        var external = spec.Text("type") == "ExternalName";
        if (external && spec.List("externalIPs") is { Count: > 0 })
            warnings.Add("spec.externalIPs is ignored when spec.type is \"ExternalName\"");
        if (!external && !string.IsNullOrEmpty(spec.Text("externalName")))
            warnings.Add("spec.externalName is ignored when spec.type is not \"ExternalName\"");
    }

    private static void CollectAddresses(TreeObject spec, string name, IList<string> warnings)
    {
        var index = 0;
        foreach (var address in spec.List(name)?.Texts() ?? [])
            IpWarnings.Address($"spec.{name}[{index++}]", address, warnings);
    }
}
