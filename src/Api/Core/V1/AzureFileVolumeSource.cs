using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Mounts an Azure File share on the host and makes it available in the pod.</summary>
public sealed record AzureFileVolumeSource
{
    /// <summary>Which Secret holds the Azure Storage account name and key.</summary>
    [Field(1, Required = true, Always = true)]
    public string? SecretName { get; init; }

    /// <summary>Which Azure File share to mount.</summary>
    [Field(2, Required = true, Always = true)]
    public string? ShareName { get; init; }

    /// <summary>Set to true to force every mount of the share to be read-only. Defaults to false (read/write).</summary>
    [Field(3)]
    public bool ReadOnly { get; init; }
}
