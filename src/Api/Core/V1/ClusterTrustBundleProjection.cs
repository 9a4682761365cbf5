using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Chooses ClusterTrustBundle objects whose contents are written into a file of the pod.</summary>
public sealed record ClusterTrustBundleProjection
{
    /// <summary>Picks one ClusterTrustBundle by its object name. Cannot be combined with signerName or labelSelector.</summary>
    [Field(1, Pointer = true)]
    public string? Name { get; init; }

    /// <summary>Picks all bundles of this signer, merged and without duplicates. Cannot be combined with name.</summary>
    [Field(2, Pointer = true)]
    public string? SignerName { get; init; }

    /// <summary>Narrows the bundles of signerName by label. Unset matches nothing, empty matches everything; cannot be combined with name.</summary>
    [Field(3)]
    public LabelSelector? LabelSelector { get; init; }

    /// <summary>Set to true to let the pod start even when no matching ClusterTrustBundle exists.</summary>
    [Field(5)]
    public bool? Optional { get; init; }

    /// <summary>File to write the bundle to, relative to the root of the volume.</summary>
    [Field(4, Required = true, Always = true)]
    public string? Path { get; init; }
}
