using CloudletK8s.Store.Log;

namespace CloudletK8s.Store.Snapshots;

/// <summary>What a snapshot file holds, in this order: for each resource its name, its changes, its end; then the file's end.</summary>
internal abstract record SnapshotEntry
{
    public sealed record ResourceStart(string Name) : SnapshotEntry;

    /// <param name="IsCurrent">The object's state at the snapshot's revision, not one of the past.</param>
    public sealed record ChangeRow(LogRecord Record, bool IsCurrent) : SnapshotEntry;

    public sealed record ResourceEnd(long Newest, long Oldest) : SnapshotEntry;
}
