namespace CloudletK8s.Reconcilers.Autoscaling;

/// <summary>
/// What was recommended and done lately, which damps what is done next. Kept in memory as kube-controller-manager does: whoever
/// starts anew is a little less patient, once.
/// </summary>
internal sealed record ScalingMemory(
    IReadOnlyList<(DateTimeOffset At, int Replicas)> Recommendations,
    IReadOnlyList<(DateTimeOffset At, int Change)> ScaledUp,
    IReadOnlyList<(DateTimeOffset At, int Change)> ScaledDown)
{
    /// <summary>No window or period of an autoscaler is longer.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public static ScalingMemory Empty { get; } = new([], [], []);

    /// <summary>The size that was there first counts as recommended.</summary>
    public ScalingMemory Begin(int current, DateTimeOffset now) => Recommendations.Count > 0 ? this : this with { Recommendations = [(now, current)] };

    public ScalingMemory Recommend(int replicas, DateTimeOffset now) =>
        this with { Recommendations = [.. Recommendations.Where(known => now - known.At <= Longest), (now, replicas)] };

    public ScalingMemory Scale(int from, int to, DateTimeOffset now) => to > from
        ? this with { ScaledUp = [.. ScaledUp.Where(known => now - known.At <= Longest), (now, to - from)] }
        : this with { ScaledDown = [.. ScaledDown.Where(known => now - known.At <= Longest), (now, from - to)] };

    public int Added(TimeSpan within, DateTimeOffset now) => Sum(ScaledUp, within, now);

    public int Removed(TimeSpan within, DateTimeOffset now) => Sum(ScaledDown, within, now);

    public int Lowest(int replicas, TimeSpan within, DateTimeOffset now) => Recent(within, now).Append(replicas).Min();

    public int Highest(int replicas, TimeSpan within, DateTimeOffset now) => Recent(within, now).Append(replicas).Max();

    private IEnumerable<int> Recent(TimeSpan within, DateTimeOffset now) =>
        Recommendations.Where(known => known.At > now - within).Select(known => known.Replicas);

    private static int Sum(IReadOnlyList<(DateTimeOffset At, int Change)> changes, TimeSpan within, DateTimeOffset now) =>
        changes.Where(change => change.At > now - within).Sum(change => change.Change);
}
