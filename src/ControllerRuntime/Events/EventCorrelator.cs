using System.Globalization;
using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.ControllerRuntime.Events;

/// <summary>
/// Keeps events readable as Kubernetes' recorder does: the same message again raises a count, many similar messages become one
/// event, and an object that is talked about without end is talked about less. No I/O; one caller at a time.
/// </summary>
internal sealed class EventCorrelator(EventLimits limits)
{
    private readonly RecentKeys<(EventKey, string Message), Event> _written = new(limits.Remembered);
    private readonly RecentKeys<EventKey, Similar> _similar = new(limits.Remembered);
    private readonly RecentKeys<EventKey, (double Tokens, DateTimeOffset At)> _tokens = new(limits.Remembered);
    private long _lastTick;

    /// <summary>Null: not to be told.</summary>
    public CorrelatedEvent? Next(string component, EventNote note, DateTimeOffset now)
    {
        var key = EventKey.Of(component, note);
        var combined = Combine(key, note.Message, now);
        if (!HasToken(key.Source, now))
            return null;

        // Combined events differ in their message and are still one.
        var identity = (key, combined ? "" : note.Message);
        var message = combined ? $"(combined from similar events): {note.Message}" : note.Message;
        if (_written.TryGet(identity, out var known))
        {
            var next = known with { Count = known.Count + 1, LastTimestamp = now, Message = message };
            _written.Set(identity, next);
            return new(next, IsKnown: true);
        }

        var made = Make(key, note, message, now);
        _written.Set(identity, made);
        return new(made, IsKnown: false);
    }

    /// <summary>The event is gone from the server: the next one like it is a new one.</summary>
    public void Forget(string component, EventNote note)
    {
        var key = EventKey.Of(component, note);
        _written.Remove((key, note.Message));
        _written.Remove((key, ""));
    }

    private bool Combine(EventKey key, string message, DateTimeOffset now)
    {
        if (!_similar.TryGet(key, out var similar) || now - similar.Last > limits.SimilarWithin)
            _similar.Set(key, similar = new());

        similar.Last = now;
        similar.Messages.Add(message);
        if (similar.Messages.Count < limits.SimilarMessages)
            return false;

        // Enough to know that there are many; which ones no longer matters.
        similar.Messages.Remove(similar.Messages.First());
        return true;
    }

    private bool HasToken(EventKey source, DateTimeOffset now)
    {
        var (tokens, at) = _tokens.TryGet(source, out var known) ? known : (limits.Burst, now);
        tokens = Math.Min(limits.Burst, tokens + ((now - at) / limits.Refill));
        var granted = tokens >= 1;
        _tokens.Set(source, (granted ? tokens - 1 : tokens, now));
        return granted;
    }

    private Event Make(EventKey key, EventNote note, string message, DateTimeOffset now)
    {
        var inNamespace = key.Namespace.Length > 0 ? key.Namespace : "default";

        // Two events about one object within a clock tick still need two names.
        _lastTick = Math.Max(_lastTick + 1, (now - DateTimeOffset.UnixEpoch).Ticks * 100);
        return new()
        {
            Metadata = new() { Name = $"{key.Name}.{_lastTick.ToString("x", CultureInfo.InvariantCulture)}", Namespace = inNamespace },
            InvolvedObject = key.Reference(note.Regarding.ResourceVersion),
            Reason = note.Reason,
            Message = message,
            Type = note.Type,
            Count = 1,
            FirstTimestamp = now,
            LastTimestamp = now,
            Source = new() { Component = key.Component },
            ReportingComponent = key.Component,
        };
    }

    private sealed class Similar
    {
        public DateTimeOffset Last { get; set; }

        public HashSet<string> Messages { get; } = new(StringComparer.Ordinal);
    }
}
