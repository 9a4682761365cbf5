using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Pattern from which the claim of an ephemeral volume is created.</summary>
public sealed record PersistentVolumeClaimTemplate
{
    /// <summary>Labels and annotations to copy to the created claim. Validation rejects any other field.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Claim specification, copied as is to the created claim. All fields of a PersistentVolumeClaim spec are allowed.</summary>
    [Field(2, Required = true, Always = true)]
    public PersistentVolumeClaimSpec? Spec { get; init; }
}
