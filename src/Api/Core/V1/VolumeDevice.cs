using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Maps a raw block volume to a device inside a container.</summary>
public sealed record VolumeDevice
{
    /// <summary>Persistent volume claim of the pod to map, given by its name there.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Name { get; init; }

    /// <summary>Where the device shows up inside the container.</summary>
    [Field(2, Required = true, Always = true)]
    public string? DevicePath { get; init; }
}
