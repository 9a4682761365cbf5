namespace CloudletK8s.SchedulerFn.Bench;

public sealed record SchedulerBenchOptions
{
    public int Nodes { get; init; } = 5000;

    public int Pods { get; init; } = 10_000;

    /// <summary>Pods that are on the nodes before; by default what the workload needs.</summary>
    public int? Existing { get; init; }

    public string Workload { get; init; } = "basic";

    public int Seed { get; init; } = 1;
}
