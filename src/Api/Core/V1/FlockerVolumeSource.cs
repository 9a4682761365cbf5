using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Mounts a Flocker volume, chosen by exactly one of datasetName and datasetUUID, without ownership management or SELinux relabeling.</summary>
public sealed record FlockerVolumeSource
{
    /// <summary>Which dataset to mount, by the name in its Flocker metadata. Deprecated.</summary>
    [Field(1)]
    public string? DatasetName { get; init; }

    /// <summary>Which dataset to mount, by its unique Flocker identifier.</summary>
    [Field(2)]
    public string? DatasetUUID { get; init; }
}
