using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Summary of an event that keeps happening over some time.</summary>
public sealed record EventSeries
{
    /// <summary>How often the event has occurred in the series, up to the last heartbeat.</summary>
    [Field(1)]
    public int Count { get; init; }

    /// <summary>When the event was most recently seen to occur.</summary>
    [Field(2, Always = true)]
    public MicroTime? LastObservedTime { get; init; }
}
