namespace CloudletK8s.SchedulerFn.Profiles;

public sealed record VolumeBindingArguments
{
    /// <summary>How long a placed pod waits for its volumes before it is given up.</summary>
    public TimeSpan BindTimeout { get; init; } = TimeSpan.FromMinutes(10);
}
