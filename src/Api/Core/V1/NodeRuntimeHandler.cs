using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Describes one container runtime handler that a node offers.</summary>
public sealed record NodeRuntimeHandler
{
    /// <summary>Handler that is described; empty stands for the default one.</summary>
    [Field(1, Always = true)]
    public string? Name { get; init; }

    /// <summary>What this runtime handler is able to do.</summary>
    [Field(2)]
    public NodeRuntimeHandlerFeatures? Features { get; init; }
}
