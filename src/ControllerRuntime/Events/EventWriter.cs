using System.Threading.Channels;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Values;
using CloudletK8s.ControllerRuntime.Clients;
using Microsoft.Extensions.Logging;

namespace CloudletK8s.ControllerRuntime.Events;

/// <summary>
/// Writes the events of a process in the background, a few at once: they are the least urgent of all writes, and with more they
/// would take the time of those that somebody waits for. Events are told, not promised: what the server will not have is logged and
/// dropped.
/// </summary>
public sealed partial class EventWriter(IApiClient client, EventLimits limits, TimeProvider time, ILogger<EventWriter> logger)
{
    private const int MostAtOnce = 8;

    private readonly EventCorrelator _correlator = new(limits);
    private readonly Channel<(string Component, EventNote? Note, TaskCompletionSource? Flushed)> _notes =
        Channel.CreateBounded<(string, EventNote?, TaskCompletionSource?)>(new BoundedChannelOptions(limits.Queue) { SingleReader = true });

    private long _dropped;

    /// <summary>Events that found the queue full.</summary>
    public long Dropped => Volatile.Read(ref _dropped);

    public IEventRecorder For(string component) => new Recorder(this, component);

    /// <summary>Writes until it is cancelled, then what is still queued.</summary>
    public async Task Run(CancellationToken cancellationToken)
    {
        await using var closing = cancellationToken.Register(() => _notes.Writer.TryComplete());
        var batch = new List<(string Component, EventNote Note)>(MostAtOnce);
        while (await _notes.Reader.WaitToReadAsync(CancellationToken.None))
        {
            TaskCompletionSource? flushed = null;
            while (batch.Count < MostAtOnce && flushed is null && _notes.Reader.TryRead(out var next))
            {
                flushed = next.Flushed;
                if (next.Note is { } note)
                    batch.Add((next.Component, note));
            }

            await Write(batch);
            batch.Clear();
            flushed?.TrySetResult();
        }
    }

    /// <summary>Waits until everything that was recorded before is written. For hosts that may be frozen between two calls.</summary>
    public async ValueTask Flush(CancellationToken cancellationToken)
    {
        var flushed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await _notes.Writer.WriteAsync(("", null, flushed), cancellationToken);
        }
        catch (ChannelClosedException)
        {
            // The writer has been told to end, and writes what it has.
            return;
        }

        await flushed.Task.WaitAsync(cancellationToken);
    }

    private async Task Write(List<(string Component, EventNote Note)> batch)
    {
        // The same event twice in a batch is written once, with the count of both.
        var latest = new Dictionary<string, (CorrelatedEvent Event, string Component, EventNote Note)>(batch.Count);
        foreach (var (component, note) in batch)
        {
            if (_correlator.Next(component, note, time.GetUtcNow()) is not { } next)
                continue;

            var name = $"{next.Event.Metadata!.Namespace}/{next.Event.Metadata.Name}";
            var isKnown = next.IsKnown && !(latest.TryGetValue(name, out var earlier) && !earlier.Event.IsKnown);
            latest[name] = (next with { IsKnown = isKnown }, component, note);
        }

        await Task.WhenAll(latest.Values.Select(one => Write(one.Event, one.Component, one.Note)));
    }

    private async Task Write(CorrelatedEvent next, string component, EventNote note)
    {
        try
        {
            if (next.IsKnown && await Raise(next.Event))
                return;

            var made = await client.Create(next.Event with { Metadata = next.Event.Metadata! with { ResourceVersion = null } }, WriteOptions.Default, CancellationToken.None);
            if (made is ApiResult<Event>.Failed failed)
            {
                _correlator.Forget(component, note);
                LogRefused(next.Event.Reason ?? "", failed.Status.Message ?? "");
            }
        }
        catch (Exception failure)
        {
            // Nothing depends on an event; the next one is tried again.
            LogFailed(failure, next.Event.Reason ?? "");
        }
    }

    /// <returns>False: the event has expired meanwhile.</returns>
    private async ValueTask<bool> Raise(Event known)
    {
        var change = new TreeObject(3);
        change.Set("count", known.Count);
        change.Set("lastTimestamp", GoTime.Format(known.LastTimestamp!.Value));
        change.Set("message", known.Message ?? "");
        var raised = await client.Patch<Event>(
            ObjectName.Of(known), new ObjectPatch.Merge(change), "", WriteOptions.Default, CancellationToken.None);
        return raised is not ApiResult<Event>.NotFound;
    }

    private void Record(string component, EventNote note)
    {
        if (!_notes.Writer.TryWrite((component, note, null)))
            Interlocked.Increment(ref _dropped);
    }

    [LoggerMessage(LogLevel.Information, "an event {Reason} was refused: {Message}")]
    private partial void LogRefused(string reason, string message);

    [LoggerMessage(LogLevel.Warning, "an event {Reason} could not be written")]
    private partial void LogFailed(Exception failure, string reason);

    private sealed class Recorder(EventWriter writer, string component) : IEventRecorder
    {
        public void Record(EventNote note) => writer.Record(component, note);
    }
}
