using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Quobyte mount kept for the lifetime of a pod. Neither ownership management nor SELinux relabeling is supported.</summary>
public sealed record QuobyteVolumeSource
{
    /// <summary>One or more Quobyte Registry services, the central registry for volumes, as host:port pairs separated by commas.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Registry { get; init; }

    /// <summary>Name of a Quobyte volume that has been created already.</summary>
    [Field(2, Required = true, Always = true)]
    public string? Volume { get; init; }

    /// <summary>Set to true to mount the volume without write permission. Defaults to false.</summary>
    [Field(3)]
    public bool ReadOnly { get; init; }

    /// <summary>Access to the volume is mapped to this user. Defaults to the service account user.</summary>
    [Field(4)]
    public string? User { get; init; }

    /// <summary>Access to the volume is mapped to this group. Default is no group.</summary>
    [Field(5)]
    public string? Group { get; init; }

    /// <summary>Owner of the volume in the Quobyte backend. For dynamically provisioned volumes the plugin sets it.</summary>
    [Field(6)]
    public string? Tenant { get; init; }
}
