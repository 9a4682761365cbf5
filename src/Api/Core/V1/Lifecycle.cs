using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Hooks run on lifecycle events of a container, namely after it started and before it stops. Further handling of the container waits for them.</summary>
public sealed record Lifecycle
{
    /// <summary>Runs right after the container was created. On failure the container is terminated and restarted as its restart policy says.</summary>
    [Field(1)]
    public LifecycleHandler? PostStart { get; init; }

    /// <summary>Runs right before a container is ended by an API request or an event such as a failed probe or preemption. A crash or exit skips it.</summary>
    [Field(2)]
    public LifecycleHandler? PreStop { get; init; }
}
