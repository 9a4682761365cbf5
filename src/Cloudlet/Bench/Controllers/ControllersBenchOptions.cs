namespace CloudletK8s.Cloudlet.Bench.Controllers;

internal sealed record ControllersBenchOptions
{
    public required string Kubeconfig { get; init; }

    public int Deployments { get; init; } = 1000;

    public int Replicas { get; init; } = 10;

    /// <summary>Nodes that exist only on paper; their pods are ready as soon as they are bound.</summary>
    public int Nodes { get; init; } = 200;

    /// <summary>How long the steady state is watched afterwards.</summary>
    public double QuietSeconds { get; init; } = 20;

    public double LimitSeconds { get; init; } = 600;

    public int? ServerPid { get; init; }
}
