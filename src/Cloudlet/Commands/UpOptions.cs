using System.Net;

namespace CloudletK8s.Cloudlet.Commands;

internal sealed record UpOptions
{
    public string Data { get; init; } = ".cloudlet";

    public int Port { get; init; } = 6443;

    public IPAddress Host { get; init; } = IPAddress.Loopback;

    public StoreKind Store { get; init; } = StoreKind.Sqlite;

    /// <summary>The API server alone: controllers and scheduler run elsewhere, or not at all.</summary>
    public bool NoControllers { get; init; }

    /// <summary>A KubeSchedulerConfiguration file; null: the defaults.</summary>
    public string? SchedulerConfig { get; init; }

    /// <summary>This machine does not join as a node.</summary>
    public bool NoNode { get; init; }
}
