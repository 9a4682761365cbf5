using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Features of the node's CRI implementation that do not depend on the runtime handler.</summary>
public sealed record NodeFeatures
{
    /// <summary>True when the runtime can handle SupplementalGroupsPolicy and ContainerUser.</summary>
    [Field(1)]
    public bool? SupplementalGroupsPolicy { get; init; }
}
