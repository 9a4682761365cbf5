namespace CloudletK8s.Store.Caching;

/// <summary>One recent change and the way to the next. Followed by many readers at once without a lock.</summary>
internal sealed class ChangeNode(long revision, Change? change)
{
    private volatile ChangeNode? _next;

    /// <summary>What follows a node that has left memory: a reader that stands on it has fallen too far behind.</summary>
    public static ChangeNode Dropped { get; } = new(long.MaxValue, null);

    public long Revision { get; } = revision;

    /// <summary>Null only on the node that the list began with.</summary>
    public Change? Change { get; } = change;

    public ChangeNode? Next
    {
        get => _next;
        set => _next = value;
    }
}
