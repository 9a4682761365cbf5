using System.Globalization;

namespace CloudletK8s.SchedulerFn.Bench;

/// <summary>What one run against a server came to.</summary>
public sealed record ClusterBenchResult
{
    public required SchedulerBenchOptions Options { get; init; }

    public int Bound { get; init; }

    /// <summary>When the last pod was created.</summary>
    public double CreatedSeconds { get; init; }

    /// <summary>When the last pod was bound.</summary>
    public double Seconds { get; init; }

    /// <summary>From the request to create a pod to the watch that tells of its node.</summary>
    public double P50Milliseconds { get; init; }

    public double P99Milliseconds { get; init; }

    public double ServerCpuSeconds { get; init; }

    public string ToJson() => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"bench":"scheduler","mode":"cluster","workload":"{{Options.Workload}}","nodes":{{Options.Nodes}},"pods":{{Options.Pods}},"bound":{{Bound}},"createdSeconds":{{CreatedSeconds:F3}},"seconds":{{Seconds:F3}},"podsPerSecond":{{Options.Pods / Seconds:F0}},"p50Ms":{{P50Milliseconds:F1}},"p99Ms":{{P99Milliseconds:F1}},"serverCpuSeconds":{{ServerCpuSeconds:F3}}}""");
}
