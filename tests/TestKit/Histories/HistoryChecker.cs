using CloudletK8s.Store;

namespace CloudletK8s.TestKit.Histories;

/// <summary>
/// Checks that what clients saw can have come from one linearizable log: every revision says one thing, no update is lost,
/// no read or list is older than what was known when it began, and every watch delivers each change once, in order.
/// </summary>
public sealed class HistoryChecker
{
    private readonly List<string> _violations = [];
    private readonly SortedDictionary<long, WatchedChange> _log = [];
    private readonly Dictionary<ObjectKey, List<WatchedChange>> _byKey = [];
    private readonly List<HistoryEvent> _events;
    private readonly long[] _ends;
    private readonly long[] _knownAtEnd;
    private readonly long[] _starts;
    private readonly long[] _writtenFromStart;

    private HistoryChecker(History history)
    {
        _events = [.. history.Events];

        // The newest revision that anybody knew of at a moment, and the oldest that was written from a moment on.
        var known = _events.Where(seen => RevisionOf(seen) > 0).OrderBy(seen => seen.End).ToList();
        _ends = [.. known.Select(seen => seen.End)];
        _knownAtEnd = [.. known.Select(RevisionOf)];
        for (var i = 1; i < _knownAtEnd.Length; i++)
            _knownAtEnd[i] = Math.Max(_knownAtEnd[i], _knownAtEnd[i - 1]);

        var written = _events.OfType<HistoryEvent.Written>().OrderBy(write => write.Start).ToList();
        _starts = [.. written.Select(write => write.Start)];
        _writtenFromStart = [.. written.Select(write => write.Revision)];
        for (var i = _writtenFromStart.Length - 2; i >= 0; i--)
            _writtenFromStart[i] = Math.Min(_writtenFromStart[i], _writtenFromStart[i + 1]);
    }

    /// <returns>What cannot be explained; empty when the history is linearizable.</returns>
    public static IReadOnlyList<string> Check(History history)
    {
        var checker = new HistoryChecker(history);
        checker.CollectLog();
        checker.CheckUpdates();
        foreach (var seen in checker._events)
            checker.Check(seen);

        return checker._violations;
    }

    private static long RevisionOf(HistoryEvent seen) => seen switch
    {
        HistoryEvent.Written written => written.Revision,
        HistoryEvent.Seen state => state.Revision,
        HistoryEvent.Listed listed => listed.Revision,
        _ => 0,
    };

    private void CollectLog()
    {
        foreach (var written in _events.OfType<HistoryEvent.Written>())
        {
            if (!_log.TryAdd(written.Revision, new WatchedChange(written.Type, written.Key, written.Revision, written.Value)))
                _violations.Add($"lost update: revision {written.Revision} was given to {_log[written.Revision]} and to {written}");
        }

        // Acknowledged writes come first: where a watch disagrees with one, the watch is wrong.
        var unknown = _events.OfType<HistoryEvent.Unknown>().Select(write => (write.Type, write.Key, write.Value)).ToHashSet();
        foreach (var watched in _events.OfType<HistoryEvent.Watched>())
        {
            foreach (var change in watched.Changes)
            {
                if (!_log.TryGetValue(change.Revision, out var known))
                {
                    if (!unknown.Contains((change.Type, change.Key, change.Value)))
                        _violations.Add($"watch {watched.Client} delivered a change that nobody wrote: {change}");

                    _log.Add(change.Revision, change);
                }
                else if (known != change)
                    _violations.Add($"watch {watched.Client} delivered {change} in the place of the skipped {known}");
            }
        }

        foreach (var change in _log.Values)
        {
            if (!_byKey.TryGetValue(change.Key, out var changes))
                _byKey.Add(change.Key, changes = []);

            changes.Add(change);
        }
    }

    private void CheckUpdates()
    {
        foreach (var written in _events.OfType<HistoryEvent.Written>())
        {
            var before = _byKey[written.Key].LastOrDefault(change => change.Revision < written.Revision);
            var exists = before is not null && before.Type != ChangeType.Deleted;
            if (written.Type == ChangeType.Added ? exists : !exists || before!.Revision != written.Expected)
                _violations.Add($"lost update: {written} was accepted on top of {before}");
        }
    }

    private void Check(HistoryEvent seen)
    {
        var oldest = KnownBefore(seen.Start);
        var newest = WrittenAfter(seen.End) - 1;
        switch (seen)
        {
            case HistoryEvent.Written written:
                if (written.Revision <= oldest || written.Revision > newest)
                    _violations.Add($"out of order: {written} although {oldest} was known before and {newest + 1} was begun after it");
                break;

            case HistoryEvent.Seen state:
                CheckState(state, oldest, newest);
                break;

            case HistoryEvent.Listed listed:
                CheckList(listed, oldest, newest);
                break;

            case HistoryEvent.Watched watched:
                CheckWatch(watched);
                break;
        }
    }

    private void CheckState(HistoryEvent.Seen state, long oldest, long newest)
    {
        var changes = _byKey.GetValueOrDefault(state.Key) ?? [];
        if (state.Revision != 0)
        {
            var found = changes.FirstOrDefault(change => change.Revision == state.Revision);
            var next = changes.FirstOrDefault(change => change.Revision > state.Revision);
            if (found is null || found.Type == ChangeType.Deleted || found.Value != state.Value)
                _violations.Add($"{state} shows a state that never was");
            else if (state.Revision > newest)
                _violations.Add($"read from the future: {state}");
            else if (next is not null && next.Revision <= oldest)
                _violations.Add($"stale read: {state} although {next} was known before it began");

            return;
        }

        // Absent: there must be a moment between the two at which it was.
        var absent = (changes.LastOrDefault(change => change.Revision <= oldest)?.Type ?? ChangeType.Deleted) == ChangeType.Deleted
            || changes.Any(change => change.Revision > oldest && change.Revision <= newest && change.Type == ChangeType.Deleted);
        if (!absent)
            _violations.Add($"stale read: {state} although it was there from {oldest} to {newest}");
    }

    private void CheckList(HistoryEvent.Listed listed, long oldest, long newest)
    {
        if (listed.Revision < oldest)
            _violations.Add($"stale read: a list by {listed.Client} at {listed.Revision} although {oldest} was known before it began");
        else if (listed.Revision > newest)
            _violations.Add($"read from the future: a list by {listed.Client} at {listed.Revision}");

        var expected = new Dictionary<ObjectKey, long>();
        foreach (var (key, changes) in _byKey)
        {
            if (changes.LastOrDefault(change => change.Revision <= listed.Revision) is { Type: not ChangeType.Deleted } change)
                expected.Add(key, change.Revision);
        }

        if (expected.Count != listed.Objects.Count || expected.Any(item => listed.Objects.GetValueOrDefault(item.Key) != item.Value))
            _violations.Add($"a list by {listed.Client} at {listed.Revision} does not show the objects of that revision");
    }

    private void CheckWatch(HistoryEvent.Watched watched)
    {
        var seen = new HashSet<long>();
        var contents = new HashSet<(ObjectKey, string, ChangeType)>();
        var last = watched.After;
        foreach (var change in watched.Changes)
        {
            if (!seen.Add(change.Revision) || !contents.Add((change.Key, change.Value, change.Type)))
                _violations.Add($"watch {watched.Client} repeated {change}");
            else if (change.Revision <= last)
                _violations.Add($"watch {watched.Client} delivered {change} after {last}");

            last = Math.Max(last, change.Revision);
        }

        foreach (var change in _log.Values.Where(change => change.Revision > watched.After && change.Revision <= watched.UpTo))
        {
            if (!seen.Contains(change.Revision))
                _violations.Add($"watch {watched.Client} skipped {change}");
        }
    }

    private long KnownBefore(long start)
    {
        var index = Array.BinarySearch(_ends, start);
        index = index < 0 ? ~index : index;
        return index == 0 ? 0 : _knownAtEnd[index - 1];
    }

    private long WrittenAfter(long end)
    {
        var index = Array.BinarySearch(_starts, end);
        index = index < 0 ? ~index : index;
        return index == _starts.Length ? long.MaxValue : _writtenFromStart[index];
    }
}
