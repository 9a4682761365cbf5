namespace CloudletK8s.SchedulerFn.Placements;

/// <summary>What was said of one node: who refused it and why, or what it scored.</summary>
public sealed record NodeExplanation
{
    public required string Node { get; init; }

    public string? RefusedBy { get; init; }

    public IReadOnlyList<string> Reasons { get; init; } = [];

    public IReadOnlyList<PluginScore> Scores { get; init; } = [];

    public long Total => Scores.Sum(score => score.Weighted);
}
