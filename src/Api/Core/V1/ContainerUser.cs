using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Identity under which a container was started.</summary>
public sealed record ContainerUser
{
    /// <summary>User and group IDs given to the first process on Linux. A process with enough privilege may change them later.</summary>
    [Field(1)]
    public LinuxContainerUser? Linux { get; init; }
}
