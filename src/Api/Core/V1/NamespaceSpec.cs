using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Settings of a namespace that its owner can state.</summary>
public sealed record NamespaceSpec
{
    /// <summary>Opaque values that hold up deletion; the namespace leaves storage only after the list is empty.</summary>
    [Field(1)]
    public IReadOnlyList<string>? Finalizers { get; init; }
}
