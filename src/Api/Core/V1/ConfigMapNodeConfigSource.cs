using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Points a node at a ConfigMap with its kubelet configuration. Deprecated since 1.22.</summary>
public sealed record ConfigMapNodeConfigSource
{
    /// <summary>Where the ConfigMap lives, by its metadata.namespace. Always required.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Namespace { get; init; }

    /// <summary>Which ConfigMap to use, by its metadata.name. Always required.</summary>
    [Field(2, Required = true, Always = true)]
    public string? Name { get; init; }

    /// <summary>Unique ID of the ConfigMap in use. Forbidden in Node.Spec and required in Node.Status.</summary>
    [Field(3)]
    public string? Uid { get; init; }

    /// <summary>Exact version of the ConfigMap in use. Forbidden in Node.Spec and required in Node.Status.</summary>
    [Field(4)]
    public string? ResourceVersion { get; init; }

    /// <summary>Entry of the ConfigMap that contains the KubeletConfiguration. Always required.</summary>
    [Field(5, Required = true, Always = true)]
    public string? KubeletConfigKey { get; init; }
}
