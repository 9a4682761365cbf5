using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Where an event was generated.</summary>
public sealed record EventSource
{
    /// <summary>Part of the system that generated the event.</summary>
    [Field(1)]
    public string? Component { get; init; }

    /// <summary>Node on which the event was generated.</summary>
    [Field(2)]
    public string? Host { get; init; }
}
