using System.Diagnostics.CodeAnalysis;

namespace CloudletK8s.ControllerRuntime.Events;

/// <summary>A map that forgets what was not used for longest. Not safe for concurrent use.</summary>
internal sealed class RecentKeys<TKey, TValue>(int limit) where TKey : notnull
{
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> _nodes = [];
    private readonly LinkedList<(TKey Key, TValue Value)> _order = new();

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (!_nodes.TryGetValue(key, out var node))
        {
            value = default;
            return false;
        }

        _order.Remove(node);
        _order.AddFirst(node);
        value = node.Value.Value;
        return true;
    }

    public void Set(TKey key, TValue value)
    {
        if (_nodes.Remove(key, out var known))
            _order.Remove(known);

        _nodes[key] = _order.AddFirst((key, value));
        if (_nodes.Count <= limit)
            return;

        _nodes.Remove(_order.Last!.Value.Key);
        _order.RemoveLast();
    }

    public void Remove(TKey key)
    {
        if (_nodes.Remove(key, out var node))
            _order.Remove(node);
    }
}
