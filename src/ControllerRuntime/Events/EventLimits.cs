namespace CloudletK8s.ControllerRuntime.Events;

/// <summary>How many events there may be; the numbers are those of Kubernetes' recorder.</summary>
public sealed record EventLimits
{
    /// <summary>Different messages of one reason about one object, before they are told as one.</summary>
    public int SimilarMessages { get; init; } = 10;

    /// <summary>Similar events further apart than this are not counted together.</summary>
    public TimeSpan SimilarWithin { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Events about one object at once.</summary>
    public int Burst { get; init; } = 25;

    /// <summary>Then one each.</summary>
    public TimeSpan Refill { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Events that wait to be written; more are dropped, and counted.</summary>
    public int Queue { get; init; } = 20_000;

    /// <summary>Objects whose events are remembered; beyond them the oldest are forgotten, and their next event is a new one.</summary>
    public int Remembered { get; init; } = 4096;
}
