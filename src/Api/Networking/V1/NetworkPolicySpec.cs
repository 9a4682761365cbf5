using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Networking.V1;

/// <summary>Selects the pods under the policy and lists the traffic they may receive and send.</summary>
public sealed record NetworkPolicySpec
{
    /// <summary>Labels that pick the pods under this policy; an empty selector picks all in the namespace. Rules of overlapping policies add up.</summary>
    [Field(1, Required = true, Always = true)]
    public LabelSelector? PodSelector { get; init; }

    /// <summary>Rules for incoming traffic to the selected pods; one matching rule in any policy allows it. An empty list allows nothing by itself.</summary>
    [Field(2)]
    public IReadOnlyList<NetworkPolicyIngressRule>? Ingress { get; init; }

    /// <summary>Rules for outgoing traffic of the selected pods; one matching rule in any policy allows it. An empty list allows nothing by itself.</summary>
    [Field(3)]
    public IReadOnlyList<NetworkPolicyEgressRule>? Egress { get; init; }

    /// <summary>Directions the policy governs: Ingress, Egress or both. By default Ingress always applies, and Egress only if there are egress rules.</summary>
    [Field(4)]
    public IReadOnlyList<string>? PolicyTypes { get; init; }
}
