using System.Globalization;

namespace CloudletK8s.SchedulerFn.Bench;

/// <summary>What one run of the algorithm alone came to.</summary>
public sealed record SchedulerBenchResult
{
    public required SchedulerBenchOptions Options { get; init; }

    public int Existing { get; init; }

    public int Placed { get; init; }

    public int Unschedulable { get; init; }

    public int Preemptions { get; init; }

    public double Seconds { get; init; }

    public double P50Microseconds { get; init; }

    public double P99Microseconds { get; init; }

    public double CpuSeconds { get; init; }

    public long HeapBytes { get; init; }

    public long WorkingSetBytes { get; init; }

    public double PodsPerSecond => Options.Pods / Seconds;

    /// <summary>One line of JSON.</summary>
    public string ToJson() => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"bench":"scheduler","mode":"in-memory","workload":"{{Options.Workload}}","nodes":{{Options.Nodes}},"pods":{{Options.Pods}},"existing":{{Existing}},"placed":{{Placed}},"unschedulable":{{Unschedulable}},"preemptions":{{Preemptions}},"seconds":{{Seconds:F3}},"podsPerSecond":{{PodsPerSecond:F0}},"p50Us":{{P50Microseconds:F1}},"p99Us":{{P99Microseconds:F1}},"cpuSeconds":{{CpuSeconds:F3}},"heapMB":{{HeapBytes / 1048576.0:F1}},"workingSetMB":{{WorkingSetBytes / 1048576.0:F1}}}""");
}
