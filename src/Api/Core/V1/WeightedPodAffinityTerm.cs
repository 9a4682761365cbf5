using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Pod affinity preference with a weight. Weights of matching terms are summed per node to find the preferred ones.</summary>
public sealed record WeightedPodAffinityTerm
{
    /// <summary>Score from 1 to 100 that a node gains by matching the rule.</summary>
    [Field(1, Required = true, Always = true)]
    public int Weight { get; init; }

    /// <summary>Affinity rule to which the weight applies. Required.</summary>
    [Field(2, Required = true, Always = true)]
    public PodAffinityTerm? PodAffinityTerm { get; init; }
}
