using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.ControllerRuntime.Events;

/// <summary>What is to be written for a note.</summary>
/// <param name="Event">The whole event, with its count so far.</param>
/// <param name="IsKnown">It was written before: only count, time and message are new.</param>
internal sealed record CorrelatedEvent(Event Event, bool IsKnown);
