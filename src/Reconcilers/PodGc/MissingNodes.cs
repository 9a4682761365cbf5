using System.Collections.Concurrent;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Caches;

namespace CloudletK8s.Reconcilers.PodGc;

/// <summary>
/// Since when pods name a node that does not exist, as far as this process has seen. A node that comes back soon keeps its pods;
/// forgetting a time costs nothing but that the wait begins again.
/// </summary>
internal sealed class MissingNodes
{
    private const int Limit = 10_000;

    private readonly ConcurrentDictionary<string, DateTimeOffset> _since = new(StringComparer.Ordinal);

    public MissingNodes(ObjectCache<Node> nodes) => nodes.Changed += Note;

    public DateTimeOffset Since(string node, DateTimeOffset now)
    {
        if (_since.Count >= Limit)
            _since.Clear();
        return _since.GetOrAdd(node, now);
    }

    private void Note(ObjectChange<Node> change)
    {
        if (change.Current is { } node)
            _since.TryRemove(node.Metadata?.Name ?? "", out _);
    }
}
