using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Storage properties a claim asks for, and where initial data may come from.</summary>
public sealed record PersistentVolumeClaimSpec
{
    /// <summary>Ways in which the volume should be mountable.</summary>
    [Field(1)]
    public IReadOnlyList<string>? AccessModes { get; init; }

    /// <summary>Label query that narrows down which volumes may be bound.</summary>
    [Field(4)]
    public LabelSelector? Selector { get; init; }

    /// <summary>Minimum resources that the volume must provide. With RecoverVolumeExpansionFailure a request may be lowered, but must stay above the capacity in the claim's status.</summary>
    [Field(2, Always = true)]
    public VolumeResourceRequirements? Resources { get; init; }

    /// <summary>PersistentVolume that backs the claim, given by name.</summary>
    [Field(3)]
    public string? VolumeName { get; init; }

    /// <summary>StorageClass that the claim requires, given by name.</summary>
    [Field(5, Pointer = true)]
    public string? StorageClassName { get; init; }

    /// <summary>Type of volume that is wanted, formatted or raw. Filesystem is implied when left out.</summary>
    [Field(6, Pointer = true)]
    [Enum("Block", "Filesystem")]
    [Default("Filesystem")]
    public string? VolumeMode { get; init; }

    /// <summary>Where the new volume's content comes from: an existing VolumeSnapshot or PersistentVolumeClaim, if the provisioner or an external controller supports it.</summary>
    [Field(7)]
    public TypedLocalObjectReference? DataSource { get; init; }

    /// <summary>Object that supplies the volume's initial data: a PersistentVolumeClaim or any non-core object. Binding succeeds only if an installed populator or provisioner supports its type.</summary>
    [Field(8)]
    public TypedObjectReference? DataSourceRef { get; init; }

    /// <summary>VolumeAttributesClass whose attributes the CSI driver applies to the volume on creation or update. Its purpose differs from that of storageClassName.</summary>
    [Field(9, Pointer = true)]
    public string? VolumeAttributesClassName { get; init; }
}
