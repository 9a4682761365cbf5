using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>AppArmor confinement for a pod or a container.</summary>
public sealed record AppArmorProfile
{
    /// <summary>Where the profile comes from: Localhost (loaded on the node), RuntimeDefault (the container runtime's own) or Unconfined (no enforcement).</summary>
    [Field(1, Required = true, Always = true)]
    [Enum("Unconfined", "RuntimeDefault", "Localhost")]
    public string? Type { get; init; }

    /// <summary>Loaded name of a profile already configured on the node. Required when type is "Localhost" and forbidden otherwise.</summary>
    [Field(2, Pointer = true)]
    public string? LocalhostProfile { get; init; }
}
