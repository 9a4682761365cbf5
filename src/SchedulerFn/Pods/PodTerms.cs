namespace CloudletK8s.SchedulerFn.Pods;

/// <summary>A pod's affinity to other pods.</summary>
public sealed record PodTerms
{
    public static PodTerms None { get; } = new();

    public IReadOnlyList<AffinityTerm> Required { get; init; } = [];

    public IReadOnlyList<AffinityTerm> RequiredAnti { get; init; } = [];

    public IReadOnlyList<WeightedTerm> Preferred { get; init; } = [];

    public IReadOnlyList<WeightedTerm> PreferredAnti { get; init; } = [];

    public bool HasRequired => Required.Count > 0 || RequiredAnti.Count > 0;

    public bool HasPreferred => Preferred.Count > 0 || PreferredAnti.Count > 0;
}
