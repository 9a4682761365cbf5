using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Says how a container reacts when one of its resources is resized.</summary>
public sealed record ContainerResizePolicy
{
    /// <summary>Resource the policy applies to; cpu and memory are supported.</summary>
    [Field(1, Required = true, Always = true)]
    public string? ResourceName { get; init; }

    /// <summary>Whether a resize of the resource restarts the container. Defaults to NotRequired.</summary>
    [Field(2, Required = true, Always = true)]
    public string? RestartPolicy { get; init; }
}
