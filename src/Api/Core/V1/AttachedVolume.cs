using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>A volume that is currently attached to a node.</summary>
public sealed record AttachedVolume
{
    /// <summary>Identifies the volume that has been attached.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Name { get; init; }

    /// <summary>Path on the node at which the volume's device should appear.</summary>
    [Field(2, Required = true, Always = true)]
    public string? DevicePath { get; init; }
}
