using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Features that a particular runtime handler implements.</summary>
public sealed record NodeRuntimeHandlerFeatures
{
    /// <summary>True when the handler can make mounts read-only recursively (RecursiveReadOnlyMounts).</summary>
    [Field(1)]
    public bool? RecursiveReadOnlyMounts { get; init; }

    /// <summary>True when the handler can run pods in user namespaces, volumes included.</summary>
    [Field(2)]
    public bool? UserNamespaces { get; init; }
}
