namespace CloudletK8s.SchedulerFn.Profiles;

/// <summary>The profiles of one scheduler process, by schedulerName.</summary>
public sealed record SchedulerConfiguration
{
    public IReadOnlyList<SchedulerProfile> Profiles { get; init; } = [new()];

    /// <summary>How long a pod that failed waits at first before it is tried again.</summary>
    public TimeSpan InitialBackoff { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan LongestBackoff { get; init; } = TimeSpan.FromSeconds(10);
}
