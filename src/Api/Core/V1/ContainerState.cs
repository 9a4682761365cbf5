using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>State of a container, with at most one member set. If none is set, the container counts as waiting.</summary>
public sealed record ContainerState
{
    /// <summary>Present while the container has yet to start, with the reason.</summary>
    [Field(1)]
    public ContainerStateWaiting? Waiting { get; init; }

    /// <summary>Present while the container runs, with details such as its start time.</summary>
    [Field(2)]
    public ContainerStateRunning? Running { get; init; }

    /// <summary>Present once the container has ended, with its exit code and times.</summary>
    [Field(3)]
    public ContainerStateTerminated? Terminated { get; init; }
}
