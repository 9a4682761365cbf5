using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>A container image that is present on a node.</summary>
public sealed record ContainerImage
{
    /// <summary>All names the image is known by, including registry and tag, such as "kubernetes.example/hyperkube:v1.0.7".</summary>
    [Field(1, Always = true)]
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>How much space the image takes, in bytes.</summary>
    [Field(2)]
    public long SizeBytes { get; init; }
}
