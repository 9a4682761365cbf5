namespace CloudletK8s.Store.Snapshots;

/// <summary>What a first pass over the file learned of one resource: enough to know which rows the second pass writes.</summary>
internal sealed class SnapshotResource(string name)
{
    private readonly List<(long Revision, long Previous)> _superseding = [];
    private readonly HashSet<long> _current = [];
    private HashSet<long> _needed = [];
    private long _last;

    public string Name { get; } = name;

    public long Newest { get; private set; }

    public long Oldest { get; private set; }

    public long Objects => _current.Count;

    public void Add(SnapshotEntry.ChangeRow row)
    {
        if (row.Record.Revision <= _last)
            throw new InvalidDataException($"The changes of {Name} are not in order.");

        _last = row.Record.Revision;
        if (row.Record.PreviousRevision != 0)
            _superseding.Add((row.Record.Revision, row.Record.PreviousRevision));

        if (row.IsCurrent)
            _current.Add(row.Record.Revision);
    }

    public void End(SnapshotEntry.ResourceEnd end)
    {
        if (_last > end.Newest || end.Oldest > end.Newest)
            throw new InvalidDataException($"The revisions of {Name} do not agree.");

        Newest = end.Newest;
        Oldest = end.Oldest;
        _needed = [.. _superseding.Where(change => change.Revision > Oldest).Select(change => change.Previous)];
        _superseding.Clear();
    }

    /// <summary>Whether some revision that can still be read shows the row; compaction would never find the others again.</summary>
    public bool Keeps(long revision) => revision > Oldest || _current.Contains(revision) || _needed.Contains(revision);
}
