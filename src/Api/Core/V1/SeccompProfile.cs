using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Chooses the seccomp profile for a pod or container, from a single source.</summary>
public sealed record SeccompProfile
{
    /// <summary>Source of the profile: Localhost for a file on the node, RuntimeDefault for the container runtime's default, Unconfined for no profile.</summary>
    [Field(1, Required = true, Always = true)]
    [Enum("Unconfined", "RuntimeDefault", "Localhost")]
    public string? Type { get; init; }

    /// <summary>Profile file already present on the node, as a descending path relative to the kubelet's seccomp directory. Required for type Localhost and disallowed otherwise.</summary>
    [Field(2, Pointer = true)]
    public string? LocalhostProfile { get; init; }
}
