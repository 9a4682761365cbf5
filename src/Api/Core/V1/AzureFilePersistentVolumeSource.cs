using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Backs a persistent volume with an Azure File share mounted on the host.</summary>
public sealed record AzureFilePersistentVolumeSource
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

    /// <summary>Where to find the Secret with the account name and key. Defaults to the namespace of the pod.</summary>
    [Field(4, Always = true, Pointer = true)]
    public string? SecretNamespace { get; init; }
}
