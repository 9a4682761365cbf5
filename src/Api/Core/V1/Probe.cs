using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Health check that finds out if a container is alive or ready for traffic.</summary>
public sealed record Probe
{
    /// <summary>Command to run inside the container as the check.</summary>
    [Field(1, In = [1])]
    public ExecAction? Exec { get; init; }

    /// <summary>Check made by sending an HTTP GET request.</summary>
    [Field(2, In = [1])]
    public HTTPGetAction? HttpGet { get; init; }

    /// <summary>Check made by connecting to a TCP port.</summary>
    [Field(3, In = [1])]
    public TCPSocketAction? TcpSocket { get; init; }

    /// <summary>Check made by sending a gRPC HealthCheckRequest.</summary>
    [Field(4, In = [1])]
    public GRPCAction? Grpc { get; init; }

    /// <summary>Seconds to wait after the start of the container before the first check.</summary>
    [Field(2)]
    public int InitialDelaySeconds { get; init; }

    /// <summary>Seconds after which an unanswered check is given up. Default 1, minimum 1.</summary>
    [Field(3)]
    [Default(1)]
    public int TimeoutSeconds { get; init; }

    /// <summary>Seconds between one check and the next. Default 10, minimum 1.</summary>
    [Field(4)]
    [Default(10)]
    public int PeriodSeconds { get; init; }

    /// <summary>How many checks in a row must pass before a failed probe counts as successful. Default 1, minimum 1; liveness and startup require 1.</summary>
    [Field(5)]
    [Default(1)]
    public int SuccessThreshold { get; init; }

    /// <summary>How many checks in a row must fail before a passing probe counts as failed. Default 3, minimum 1.</summary>
    [Field(6)]
    [Default(3)]
    public int FailureThreshold { get; init; }

    /// <summary>Seconds between termination signal and forced kill after this probe failed. If unset, the value from the pod spec applies.</summary>
    [Field(7)]
    public long? TerminationGracePeriodSeconds { get; init; }
}
