namespace CloudletK8s.Cloudlet.Bench;

internal sealed record ApiBenchOptions
{
    public required string Kubeconfig { get; init; }

    public required string Scenario { get; init; }

    public int Clients { get; init; } = 1;

    public double Seconds { get; init; } = 10;

    public int Objects { get; init; } = 1000;

    public int Watchers { get; init; } = 100;

    /// <summary>Not counted; both servers get it alike.</summary>
    public double WarmUpSeconds { get; init; } = 2;

    /// <summary>Where given, the process whose processor time and memory are reported too.</summary>
    public int? ServerPid { get; init; }
}
