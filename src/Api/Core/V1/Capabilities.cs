using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>POSIX capabilities to grant to a container or take away from it.</summary>
public sealed record Capabilities
{
    /// <summary>Capabilities granted on top of the container runtime's default set.</summary>
    [Field(1)]
    public IReadOnlyList<string>? Add { get; init; }

    /// <summary>Capabilities taken away from the container runtime's default set.</summary>
    [Field(2)]
    public IReadOnlyList<string>? Drop { get; init; }
}
