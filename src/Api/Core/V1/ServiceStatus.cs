using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>State the system last recorded for a service.</summary>
public sealed record ServiceStatus
{
    /// <summary>State of the service's load balancer, where it has one.</summary>
    [Field(1, Always = true)]
    public LoadBalancerStatus? LoadBalancer { get; init; }

    /// <summary>Observations about the service's state at present.</summary>
    [Field(2)]
    [List(ListMerge.Map, "type")]
    [Patch(Merge = true, MergeKey = "type")]
    public IReadOnlyList<Condition>? Conditions { get; init; }
}
