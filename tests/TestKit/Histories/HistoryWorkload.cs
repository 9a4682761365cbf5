using CloudletK8s.Store;
using CloudletK8s.TestKit.Stores;

namespace CloudletK8s.TestKit.Histories;

/// <summary>
/// Concurrent clients that write, read, list and watch a few objects of one resource, each through a store of its own choice.
/// The stores may stand for processes on one table, or for servers behind HTTP.
/// </summary>
public sealed class HistoryWorkload(IReadOnlyList<IResourceStore> stores, int seed)
{
    private const string Namespace = "default";

    private readonly History _history = new();
    private readonly TaskCompletionSource<long> _final = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int ClientsPerStore { get; init; } = 4;

    public int OperationsPerClient { get; init; } = 150;

    public int Keys { get; init; } = 6;

    /// <summary>How long a watch may take to deliver what was written before the end.</summary>
    public TimeSpan WatchGrace { get; init; } = TimeSpan.FromSeconds(5);

    internal static ObjectKey Key(string name) => new(Namespace, name);

    /// <summary>Where a whole server runs, others write to the resource too.</summary>
    internal static bool IsKey(string name) => name is ['k', _, ..] && name.Skip(1).All(char.IsAsciiDigit);

    public async Task<History> Run(CancellationToken cancellationToken)
    {
        using var grace = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watches = stores.Select((store, index) => Task.Run(() => Watch($"watch {index}", store, grace.Token), CancellationToken.None)).ToList();
        var clients = new List<Task>();
        for (var store = 0; store < stores.Count; store++)
        {
            for (var client = 0; client < ClientsPerStore; client++)
            {
                var (name, on, random) = ($"{store}.{client}", stores[store], new Random(HashCode.Combine(seed, store, client)));
                clients.Add(Task.Run(() => Act(name, on, random, cancellationToken), CancellationToken.None));
            }
        }

        await Task.WhenAll(clients);
        _final.SetResult(_history.Events.OfType<HistoryEvent.Written>().Select(write => write.Revision).DefaultIfEmpty().Max());
        grace.CancelAfter(WatchGrace);
        await Task.WhenAll(watches);
        return _history;
    }

    private async Task Act(string client, IResourceStore store, Random random, CancellationToken cancellationToken)
    {
        var known = new StoredObject?[Keys];
        for (var operation = 0; operation < OperationsPerClient; operation++)
        {
            var index = random.Next(Keys);
            var key = Key($"k{index}");
            switch (random.Next(10))
            {
                case 0 or 1:
                    known[index] = await Get(client, store, key, cancellationToken);
                    break;

                case 2:
                    await List(client, store, cancellationToken);
                    break;

                default:
                    known[index] = await Write(client, store, known[index], key, $"{client}#{operation}", random, cancellationToken);
                    break;
            }
        }
    }

    private async Task<StoredObject?> Get(string client, IResourceStore store, ObjectKey key, CancellationToken cancellationToken)
    {
        var start = _history.Tick();
        try
        {
            var found = await store.Get(key, cancellationToken);
            See(client, start, key, found);
            return found;
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            return null;
        }
    }

    private async Task List(string client, IResourceStore store, CancellationToken cancellationToken)
    {
        var start = _history.Tick();
        try
        {
            if (await store.Read(ReadAt.Newest.Instance, cancellationToken) is ReadResult.Found(var snapshot))
                _history.Add(new HistoryEvent.Listed(
                    client, start, _history.Tick(), snapshot.Revision, snapshot.Objects().ToDictionary(stored => stored.Key, stored => stored.Revision)));
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            // The store failed: nothing was read.
        }
    }

    private async Task<StoredObject?> Write(
        string client, IResourceStore store, StoredObject? known, ObjectKey key, string next, Random random, CancellationToken cancellationToken)
    {
        var type = known is null ? ChangeType.Added : random.Next(4) == 0 ? ChangeType.Deleted : ChangeType.Modified;
        var value = type == ChangeType.Deleted ? TestObjects.Value(known!) : next; // What is deleted is shown as it last was.
        var start = _history.Tick();
        try
        {
            switch (await store.Commit(TestObjects.Write(type, key, value, known?.Revision), cancellationToken))
            {
                case CommitResult.Committed(var stored):
                    _history.Add(new HistoryEvent.Written(client, start, _history.Tick(), type, key, known?.Revision, stored.Revision, value));
                    return type == ChangeType.Deleted ? null : stored;

                case CommitResult.AlreadyExists(var existing):
                    return See(client, start, key, existing);

                case CommitResult.Conflict(var newest):
                    return See(client, start, key, newest);

                default:
                    return See(client, start, key, null);
            }
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            _history.Add(new HistoryEvent.Unknown(client, start, _history.Tick(), type, key, value));
            return known;
        }
    }

    private StoredObject? See(string client, long start, ObjectKey key, StoredObject? found)
    {
        _history.Add(new HistoryEvent.Seen(
            client, start, _history.Tick(), key, found?.Revision ?? 0, found is null ? "" : TestObjects.Value(found)));
        return found;
    }

    private async Task Watch(string client, IResourceStore store, CancellationToken cancellationToken)
    {
        var start = _history.Tick();
        var changes = new List<WatchedChange>();
        try
        {
            using var cursor = await store.Watch(0, cancellationToken) ?? throw new InvalidOperationException("History begins here.");
            while (!await ReadAtHand(cursor, changes))
            {
                // The end may come while nothing is left to wait for: the second wait is on what was written by then.
                var waiting = cursor.WaitToRead(cancellationToken).AsTask();
                await Task.WhenAny(waiting, _final.Task);
                if (_final.Task.IsCompleted && cursor.Revision >= await _final.Task)
                    break;

                if (!await waiting)
                    throw new InvalidOperationException("The watch has fallen off.");
            }
        }
        catch (OperationCanceledException)
        {
            // It never got there: the checker says what it missed.
        }

        _history.Add(new HistoryEvent.Watched(client, start, _history.Tick(), 1, await _final.Task, changes));
    }

    /// <summary>True when the watch has delivered all there was at the end.</summary>
    private async ValueTask<bool> ReadAtHand(IWatchCursor cursor, List<WatchedChange> changes)
    {
        while (cursor.TryRead(out var change))
            changes.Add(new WatchedChange(change.Type, change.Object.Key, change.Revision, TestObjects.Value(change.Object)));

        return _final.Task.IsCompleted && cursor.Revision >= await _final.Task;
    }
}
