using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Scheduling rules that draw a pod toward, or keep it away from, certain nodes and other pods.</summary>
public sealed record Affinity
{
    /// <summary>Rules on which nodes the pod may or should run.</summary>
    [Field(1)]
    public NodeAffinity? NodeAffinity { get; init; }

    /// <summary>Rules that place the pod in the same node, zone or other domain as certain other pods.</summary>
    [Field(2)]
    public PodAffinity? PodAffinity { get; init; }

    /// <summary>Rules that keep the pod out of the node, zone or other domain of certain other pods.</summary>
    [Field(3)]
    public PodAntiAffinity? PodAntiAffinity { get; init; }
}
