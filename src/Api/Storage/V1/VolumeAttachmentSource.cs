using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Storage.V1;

/// <summary>Identifies the volume to attach. Exactly one member can be set.</summary>
public sealed record VolumeAttachmentSource
{
    /// <summary>PersistentVolume that should be attached, given by its name.</summary>
    [Field(1, Pointer = true)]
    public string? PersistentVolumeName { get; init; }

    /// <summary>Full volume description translated from an inline volume of a pod. Populated only for the CSIMigration feature.</summary>
    [Field(2)]
    public PersistentVolumeSpec? InlineVolumeSpec { get; init; }
}
