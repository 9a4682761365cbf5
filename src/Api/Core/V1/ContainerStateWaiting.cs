using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Details of a container that has yet to start.</summary>
public sealed record ContainerStateWaiting
{
    /// <summary>Short word or phrase for what keeps the container from running.</summary>
    [Field(1)]
    public string? Reason { get; init; }

    /// <summary>Text for people that explains what keeps the container from running.</summary>
    [Field(2)]
    public string? Message { get; init; }
}
