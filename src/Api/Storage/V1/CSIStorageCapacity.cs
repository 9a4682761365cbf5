using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Storage.V1;

/// <summary>Publishes how much space a StorageClass has left in one topology segment, so that the scheduler can place pods accordingly.</summary>
[Kind("storage.k8s.io/v1", "csistoragecapacities")]
public sealed record CSIStorageCapacity : IApiObject
{
    /// <summary>Standard object metadata. The name has no meaning of its own but must be a DNS subdomain of at most 253 characters.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Selects the nodes that can reach the storage: none when unset, all when empty. Immutable.</summary>
    [Field(2)]
    public LabelSelector? NodeTopology { get; init; }

    /// <summary>StorageClass that the reported capacity belongs to, by name. Must be a non-empty DNS subdomain and cannot be changed.</summary>
    [Field(3, Required = true, Always = true)]
    public string? StorageClassName { get; init; }

    /// <summary>Bytes still available in this segment, as the driver answered in GetCapacityResponse. Unset means that the value is unavailable.</summary>
    [Field(4)]
    public Quantity? Capacity { get; init; }

    /// <summary>Largest size that can be requested for a single volume in this segment, if the driver reports one.</summary>
    [Field(5)]
    public Quantity? MaximumVolumeSize { get; init; }
}
