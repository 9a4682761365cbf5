namespace CloudletK8s.Store;

/// <summary>One revision of one object. For a deletion <see cref="Object"/> is the last state, carrying the deletion's revision.</summary>
public sealed class Change(ChangeType type, StoredObject current, StoredObject? previous)
{
    private object? _frames;

    public ChangeType Type { get; } = type;

    public StoredObject Object { get; } = current;

    /// <summary>The state before; null for an addition.</summary>
    public StoredObject? Previous { get; } = previous;

    public long Revision => Object.Revision;

    /// <summary>What watchers send for this change, made once and shared by all of them. The layer above owns its shape.</summary>
    public T Frames<T>(Func<Change, T> make) where T : class
    {
        if (Volatile.Read(ref _frames) is T known)
            return known;

        return Interlocked.CompareExchange(ref _frames, make(this), null) as T ?? (T)Volatile.Read(ref _frames)!;
    }
}
