using System.Collections.Concurrent;

namespace CloudletK8s.TestKit.Histories;

/// <summary>Collects what concurrent clients see.</summary>
public sealed class History
{
    private readonly ConcurrentQueue<HistoryEvent> _events = new();
    private long _clock;

    public IEnumerable<HistoryEvent> Events => _events;

    /// <summary>Each call is later than every call that has returned.</summary>
    public long Tick() => Interlocked.Increment(ref _clock);

    public void Add(HistoryEvent seen) => _events.Enqueue(seen);
}
