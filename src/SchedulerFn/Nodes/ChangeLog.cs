namespace CloudletK8s.SchedulerFn.Nodes;

/// <summary>Which slots changed, in order, so that whoever remembers an answer about all nodes asks again about few.</summary>
internal sealed class ChangeLog
{
    // A reader that lies further behind than this asks about all nodes, which costs it the same.
    private const int Longest = 1 << 14;
    private readonly List<int> _slots = [];
    private long _first;

    public long Position => _first + _slots.Count;

    public void Add(int slot)
    {
        if (_slots.Count >= Longest * 2)
        {
            _slots.RemoveRange(0, Longest);
            _first += Longest;
        }

        _slots.Add(slot);
    }

    /// <returns>False when the log no longer reaches back to there.</returns>
    public bool TryRead(long since, out ReadOnlySpan<int> slots)
    {
        slots = default;
        if (since < _first || since > Position)
            return false;

        slots = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_slots)[(int)(since - _first)..];
        return true;
    }

    /// <summary>Forgets what was tried and undone since then. Nobody but who tried may have read it.</summary>
    public void Truncate(long position)
    {
        if (position >= _first && position < Position)
            _slots.RemoveRange((int)(position - _first), (int)(Position - position));
    }
}
