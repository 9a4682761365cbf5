using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Attributes a node is registered with and that administrators may adjust.</summary>
public sealed record NodeSpec
{
    /// <summary>Range of IP addresses from which the node's pods get theirs.</summary>
    [Field(1)]
    public string? PodCIDR { get; init; }

    /// <summary>Pod IP ranges of the node, at most one each for IPv4 and IPv6. The first must equal podCIDR.</summary>
    [Field(7)]
    [List(ListMerge.Set)]
    [Patch(Merge = true)]
    public IReadOnlyList<string>? PodCIDRs { get; init; }

    /// <summary>Identifier that the cloud provider gave the node, in the form ProviderName://ProviderSpecificNodeID.</summary>
    [Field(3)]
    public string? ProviderID { get; init; }

    /// <summary>Set to true to keep new pods off the node. By default it accepts pods.</summary>
    [Field(4)]
    public bool Unschedulable { get; init; }

    /// <summary>Marks that keep pods without a matching toleration off the node.</summary>
    [Field(5)]
    public IReadOnlyList<Taint>? Taints { get; init; }

    /// <summary>Deprecated: it named the configuration source for DynamicKubeletConfig, a feature that has been removed.</summary>
    [Field(6)]
    public NodeConfigSource? ConfigSource { get; init; }

    /// <summary>Deprecated identifier that not every kubelet sets; do not rely on it.</summary>
    [Field(2)]
    public string? ExternalID { get; init; }
}
