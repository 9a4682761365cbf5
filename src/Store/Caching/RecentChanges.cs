using System.Diagnostics.CodeAnalysis;

namespace CloudletK8s.Store.Caching;

/// <summary>
/// The newest changes, bounded by count and bytes. A watcher holds a node of the list and needs no queue of its own.
/// Called under the cache's lock; readers follow <see cref="ChangeNode.Next"/> without it.
/// </summary>
internal sealed class RecentChanges
{
    /// <summary>The nodes in memory; the first one was already read by everyone who may stand on it.</summary>
    private readonly Queue<ChangeNode> _nodes = new();

    private readonly int _maxChanges;
    private readonly long _maxBytes;
    private long _bytes;

    public RecentChanges(int maxChanges, long maxBytes, long revision)
    {
        _maxChanges = maxChanges;
        _maxBytes = maxBytes;
        Newest = new ChangeNode(revision, null);
        _nodes.Enqueue(Newest);
    }

    /// <summary>Changes after this revision are in memory.</summary>
    public long Oldest => _nodes.Peek().Revision;

    public ChangeNode Newest { get; private set; }

    public void Append(Change change)
    {
        var node = new ChangeNode(change.Revision, change);
        _nodes.Enqueue(node);
        _bytes += change.Object.Json.Length;
        Newest.Next = node;
        Newest = node;
        while (_nodes.Count > 1 && (_nodes.Count - 1 > _maxChanges || _bytes > _maxBytes))
            Drop();
    }

    /// <summary>The node at a revision, from which the changes after it can be read.</summary>
    public bool TryFind(long revision, [NotNullWhen(true)] out ChangeNode? node)
    {
        node = null;
        if (revision < Oldest || revision > Newest.Revision)
            return false;

        if (revision == Newest.Revision)
        {
            node = Newest;
            return true;
        }

        for (node = _nodes.Peek(); node.Revision < revision; node = node.Next!)
        {
        }

        return true;
    }

    /// <summary>Every reader that stands anywhere in the list has fallen off.</summary>
    public void DropAll()
    {
        while (_nodes.TryDequeue(out var node))
            node.Next = ChangeNode.Dropped;
    }

    private void Drop()
    {
        _nodes.Dequeue().Next = ChangeNode.Dropped;
        _bytes -= _nodes.Peek().Change!.Object.Json.Length;
    }
}
