using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Clients.Transports;
using CloudletK8s.ControllerRuntime.Dynamic;
using CloudletK8s.ControllerRuntime.Events;

namespace CloudletK8s.ControllerRuntime.Controllers;

/// <summary>What controllers are given by their host.</summary>
public sealed record ControllerServices
{
    public required IApiClient Client { get; init; }

    /// <summary>For the few controllers that work on kinds they do not know.</summary>
    public required IApiTransport Transport { get; init; }

    public required ObjectCaches Caches { get; init; }

    /// <summary>For the few controllers that care for every kind.</summary>
    public required ObjectLives Lives { get; init; }

    /// <summary>What makes the cluster this cluster: its authority and its tokens. Controllers that need what is missing do nothing.</summary>
    public ClusterIdentity Identity { get; init; } = new();

    /// <summary>The recorder of a component: "deployment-controller".</summary>
    public required Func<string, IEventRecorder> Events { get; init; }

    public required TimeProvider Time { get; init; }

    /// <summary>Seeded, one for each that asks.</summary>
    public required Func<Random> Random { get; init; }

    /// <summary>The process may end, or be frozen, within seconds: what it has seen by itself is no measure of time.</summary>
    public bool IsShortLived { get; init; }
}
