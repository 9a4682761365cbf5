using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Keeps configuration as key-value pairs for pods to use.</summary>
[Kind("v1", "configmaps", ShortNames = ["cm"])]
public sealed record ConfigMap : IApiObject
{
    /// <summary>Standard object metadata such as the name, namespace, labels and annotations.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Set to true to lock the stored values so that only object metadata can change. Unset by default.</summary>
    [Field(4)]
    public bool? Immutable { get; init; }

    /// <summary>Values in UTF-8 text. Keys use alphanumerics, '-', '_' or '.' and must not also occur in binaryData.</summary>
    [Field(2)]
    public IReadOnlyDictionary<string, string>? Data { get; init; }

    /// <summary>Values that may hold bytes outside UTF-8. Keys use alphanumerics, '-', '_' or '.' and must not also occur in data.</summary>
    [Field(3)]
    public IReadOnlyDictionary<string, byte[]>? BinaryData { get; init; }
}
