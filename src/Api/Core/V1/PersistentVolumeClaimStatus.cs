using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Core.V1;

/// <summary>What the system reports about the present state of a claim.</summary>
public sealed record PersistentVolumeClaimStatus
{
    /// <summary>Stage of its lifecycle in which the claim currently is.</summary>
    [Field(1)]
    [Enum("Pending", "Bound", "Lost")]
    [Default("Pending")]
    public string? Phase { get; init; }

    /// <summary>Ways in which the bound volume can actually be mounted.</summary>
    [Field(2)]
    public IReadOnlyList<string>? AccessModes { get; init; }

    /// <summary>Resources that the underlying volume really has.</summary>
    [Field(3)]
    public IReadOnlyDictionary<string, Quantity>? Capacity { get; init; }

    /// <summary>Current conditions of the claim; 'Resizing' is set while the underlying volume is being resized.</summary>
    [Field(4)]
    [List(ListMerge.Map, "type")]
    [Patch(Merge = true, MergeKey = "type")]
    public IReadOnlyList<PersistentVolumeClaimCondition>? Conditions { get; init; }

    /// <summary>Amounts allocated to the claim, capacity included. Keys are the unprefixed name storage or a prefixed custom resource name.</summary>
    [Field(5)]
    public IReadOnlyDictionary<string, Quantity>? AllocatedResources { get; init; }

    /// <summary>State of a resize, per resource. Keys are the unprefixed name storage, for the volume's capacity, or a prefixed custom resource name.</summary>
    [Field(7)]
    public IReadOnlyDictionary<string, string>? AllocatedResourceStatuses { get; init; }

    /// <summary>VolumeAttributesClass now in effect; unset means none is applied. Beta, needs the VolumeAttributesClass feature, which is off by default.</summary>
    [Field(8, Pointer = true)]
    public string? CurrentVolumeAttributesClassName { get; init; }

    /// <summary>State of a ControllerModifyVolume operation; unset if none is attempted. Beta, needs the VolumeAttributesClass feature, which is off by default.</summary>
    [Field(9)]
    public ModifyVolumeStatus? ModifyVolumeStatus { get; init; }
}
