using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.Api.Values;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.Store;
using Microsoft.Extensions.Logging;

namespace CloudletK8s.ApiServer.Expiry;

/// <summary>
/// Removes events an hour after they were written last. All that are due are removed together, and the next look comes when the
/// next ones are due: while no event is kept, nothing runs.
/// </summary>
public sealed partial class EventExpiry(IClusterStore store, TimeProvider time, ILogger<EventExpiry> logger)
{
    private const string Resource = "events";

    /// <summary>Deletions that wait for the store together.</summary>
    private const int Concurrency = 64;

    /// <summary>Beyond this the oldest events go early.</summary>
    private const int MostWrites = 500_000;

    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    /// <summary>At least this long between two rounds.</summary>
    private static readonly TimeSpan Round = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly PriorityQueue<WrittenEvent, DateTimeOffset> _written = new();
    private TaskCompletionSource _added = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Runs until it is cancelled.</summary>
    public async Task Run(CancellationToken cancellationToken)
    {
        store.Changed += Hear;
        try
        {
            var loaded = false;
            while (true)
            {
                try
                {
                    if (!loaded)
                        await Load(cancellationToken);
                    loaded = true;
                    await WaitForDue(cancellationToken);
                    await RemoveDue(cancellationToken);
                }
                catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
                {
                    // What stays behind is found by the next start.
                    Failed(logger, failure);
                }

                await Task.Delay(Round, time, cancellationToken);
            }
        }
        finally
        {
            store.Changed -= Hear;
        }
    }

    private void Hear(string resource, Change change)
    {
        if (resource == Resource && change.Type != ChangeType.Deleted)
            Add(new(time.GetUtcNow() + Life, change.Object.Key, change.Revision));
    }

    private void Add(WrittenEvent written)
    {
        lock (_gate)
        {
            if (_written.Count >= MostWrites)
                written = written with { Due = DateTimeOffset.MinValue };
            _written.Enqueue(written, written.Due);
            if (_written.Count == 1)
                _added.TrySetResult();
        }
    }

    /// <summary>What was written before this process began goes by what it says of itself.</summary>
    private async Task Load(CancellationToken cancellationToken)
    {
        if (await store.Resource(Resource).Read(ReadAt.Newest.Instance, cancellationToken) is not ReadResult.Found { Snapshot: var snapshot })
            return;

        foreach (var written in snapshot.Objects().Select(stored => new WrittenEvent(Time(StoredTrees.Read(stored)) + Life, stored.Key, stored.Revision)).OrderBy(written => written.Due))
            Add(written);
    }

    private async Task WaitForDue(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task added;
            TimeSpan left;
            lock (_gate)
            {
                if (_written.Count == 0 && _added.Task.IsCompleted)
                    _added = new(TaskCreationOptions.RunContinuationsAsynchronously);
                added = _added.Task;
                left = _written.Count == 0 ? Timeout.InfiniteTimeSpan : _written.Peek().Due - time.GetUtcNow();
            }

            if (left == Timeout.InfiniteTimeSpan)
                await added.WaitAsync(cancellationToken);
            else if (left > TimeSpan.Zero)
                await Task.Delay(left, time, cancellationToken);
            else
                return;
        }
    }

    private async Task RemoveDue(CancellationToken cancellationToken)
    {
        var due = new List<WrittenEvent>();
        lock (_gate)
        {
            var now = time.GetUtcNow();
            while (_written.TryPeek(out var next, out _) && (next.Due <= now || _written.Count > MostWrites))
                due.Add(_written.Dequeue());
        }

        var events = store.Resource(Resource);
        var options = new ParallelOptions { MaxDegreeOfParallelism = Concurrency, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(due, options, async (written, cancelled) => await Remove(events, written, cancelled));
    }

    private static async ValueTask Remove(IResourceStore events, WrittenEvent written, CancellationToken cancellationToken)
    {
        if (await events.Get(written.Key, cancellationToken) is not { } stored || stored.Revision != written.Revision)
            return;

        // Whoever writes it in this moment keeps it alive.
        var (json, offset) = JsonTreeWriter.WriteForStore(StoredTrees.Read(stored));
        await events.Commit(
            new(ChangeType.Deleted, stored.Key) { Json = json, RevisionOffset = offset, ExpectedRevision = stored.Revision }, cancellationToken);
    }

    private static DateTimeOffset Time(TreeObject told) =>
        Moment(told.Text("lastTimestamp")) ?? Moment(told.Object("series")?.Text("lastObservedTime")) ?? Moment(told.Text("eventTime"))
        ?? Moment(told.Object("metadata")?.Text("creationTimestamp")) ?? DateTimeOffset.MinValue;

    private static DateTimeOffset? Moment(string? text) => text is { Length: > 0 } && (GoTime.TryParse(text, out var moment, out _) || GoTime.TryParseMicros(text, out moment, out _)) ? moment : null;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Some expired events could not be removed")]
    private static partial void Failed(ILogger logger, Exception exception);
}
