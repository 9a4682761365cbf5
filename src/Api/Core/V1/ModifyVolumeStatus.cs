using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Progress of a ControllerModifyVolume operation on a claim.</summary>
public sealed record ModifyVolumeStatus
{
    /// <summary>VolumeAttributesClass, given by name, that the claim is being changed to.</summary>
    [Field(1)]
    public string? TargetVolumeAttributesClassName { get; init; }

    /// <summary>State of the modification: Pending when requirements are unmet, InProgress while it runs, Infeasible when the CSI driver rejected it as invalid.</summary>
    [Field(2, Required = true, Always = true)]
    [Enum("Pending", "InProgress", "Infeasible")]
    public string? Status { get; init; }
}
