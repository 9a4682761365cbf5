using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Details of a container that is running.</summary>
public sealed record ContainerStateRunning
{
    /// <summary>When the container was last started or restarted.</summary>
    [Field(1, Always = true)]
    public DateTimeOffset? StartedAt { get; init; }
}
