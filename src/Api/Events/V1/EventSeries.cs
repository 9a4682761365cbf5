using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Events.V1;

/// <summary>Describes something that keeps happening over time. Reporters decide how often to update it.</summary>
public sealed record EventSeries
{
    /// <summary>How often the event occurred up to the last heartbeat.</summary>
    [Field(1, Required = true, Always = true)]
    public int Count { get; init; }

    /// <summary>When the newest event of the series was seen before the last heartbeat.</summary>
    [Field(2, Required = true, Always = true)]
    public MicroTime? LastObservedTime { get; init; }
}
