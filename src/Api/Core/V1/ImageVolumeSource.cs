using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Makes the content of an OCI image or artifact available as a volume.</summary>
public sealed record ImageVolumeSource
{
    /// <summary>Image or artifact to mount, required here. It is resolved like a container image, with pull secrets from node, service account and pod spec.</summary>
    [Field(1)]
    public string? Reference { get; init; }

    /// <summary>When the kubelet fetches the OCI object: Always pulls it each time, Never relies on a local copy, IfNotPresent pulls only if it is missing.</summary>
    [Field(2)]
    [Enum("Always", "Never", "IfNotPresent")]
    public string? PullPolicy { get; init; }
}
