namespace CloudletK8s.SchedulerFn.Pods;

/// <summary>What a pod asks for in sum, in whole units (thousandths of CPUs, bytes).</summary>
public sealed record PodRequests
{
    public static PodRequests None { get; } = new();

    public long MilliCpu { get; init; }

    public long Memory { get; init; }

    public long EphemeralStorage { get; init; }

    /// <summary>All other resources, by name; zero amounts are left out.</summary>
    public IReadOnlyList<ResourceAmount> Others { get; init; } = [];

    /// <summary>With 100m for each container that names no CPU: scoring counts them so that they do not all gather on one node.</summary>
    public long ScoredMilliCpu { get; init; }

    /// <summary>With 200Mi for each container that names no memory.</summary>
    public long ScoredMemory { get; init; }

    public bool AreNone => MilliCpu == 0 && Memory == 0 && EphemeralStorage == 0 && Others.Count == 0;
}
