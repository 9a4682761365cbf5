using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Dynamic;

namespace CloudletK8s.Reconcilers.GarbageCollection;

/// <summary>
/// Who belongs to whom: only objects that have owners, and those owners. Says who may have to be collected after a turn; what is
/// done about it is decided on what the server says then, so that a graph that lags behind costs time and no object.
/// </summary>
internal sealed class OwnershipGraph : ILifeListener
{
    public const string Orphan = "orphan";
    public const string Foreground = "foregroundDeletion";

    private readonly Lock _gate = new();
    private readonly Dictionary<string, GraphNode> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OwnerEntry> _owners = new(StringComparer.Ordinal);
    private readonly HashSet<ObjectName> _unresolved = [];

    public int Count
    {
        get
        {
            lock (_gate)
                return _nodes.Count;
        }
    }

    public IReadOnlyList<ObjectName> Hear(ObjectLife life)
    {
        var keys = new List<ObjectName>();
        lock (_gate)
        {
            if (life.IsGone)
            {
                Remove(life.Uid, keys);
                return keys;
            }

            NoteDeletion(life, keys);
            if (life.Owners.Count > 0 || _nodes.ContainsKey(life.Uid))
                Link(life, keys);
        }

        return keys;
    }

    public IReadOnlyList<ObjectName> HearOfKinds()
    {
        lock (_gate)
        {
            ObjectName[] keys = [.. _unresolved];
            _unresolved.Clear();
            return keys;
        }
    }

    public IReadOnlyList<ObjectName> Everything()
    {
        lock (_gate)
            return [.. _nodes.Values.Select(node => node.Key), .. _owners.Values.Where(owner => owner.Waiting is not null).Select(owner => owner.Waiting!.Value)];
    }

    public IReadOnlyList<GraphNode> Dependents(string owner)
    {
        lock (_gate)
            return _owners.TryGetValue(owner, out var entry) ? [.. entry.Dependents] : [];
    }

    /// <summary>What is known without asking; null: nobody has looked.</summary>
    public (OwnerState State, bool IsElsewhere)? StateOf(string uid, OwnerPlace place)
    {
        lock (_gate)
        {
            if (!_owners.TryGetValue(uid, out var entry))
                return null;
            if (entry.IsGone)
                return (OwnerState.Absent, false);
            if (entry.Absent.TryGetValue(place, out var elsewhere))
                return (OwnerState.Absent, elsewhere);
            return entry.Known != place ? null : (entry.Waiting is null ? OwnerState.Solid : OwnerState.Waiting, false);
        }
    }

    public void Found(string uid, OwnerPlace place)
    {
        lock (_gate)
        {
            if (_owners.TryGetValue(uid, out var entry))
                (entry.Known, entry.Asking) = (place, null);
        }
    }

    /// <returns>The others who say that the owner is where it is not.</returns>
    public IReadOnlyList<ObjectName> Missed(string uid, OwnerPlace place, bool isElsewhere)
    {
        lock (_gate)
        {
            if (!_owners.TryGetValue(uid, out var entry) || !entry.Absent.TryAdd(place, isElsewhere))
                return [];

            entry.Asking = null;
            return [.. entry.Dependents.Where(node => node.Owners.Any(link => link.Uid == uid)).Select(node => node.Key)];
        }
    }

    /// <summary>Nothing can be said of the object before other kinds are served.</summary>
    public void Unresolved(ObjectName key)
    {
        lock (_gate)
            _unresolved.Add(key);
    }

    private void NoteDeletion(ObjectLife life, List<ObjectName> keys)
    {
        if (!life.IsDeleting)
            return;

        var key = GarbageKey.Of(life.Kind.GroupResource, life.Name);
        if (life.Finalizers.Contains(Orphan))
            keys.Add(key);
        if (!life.Finalizers.Contains(Foreground))
            return;

        keys.Add(key);
        var entry = Owner(life.Uid);
        if (entry.Waiting is not null)
            return;

        entry.Waiting = key;
        keys.AddRange(entry.Dependents.Select(node => node.Key));
    }

    private void Link(ObjectLife life, List<ObjectName> keys)
    {
        if (!_nodes.TryGetValue(life.Uid, out var node))
            _nodes[life.Uid] = node = new(life.Kind, life.Name, life.Uid);

        var before = node.Owners;
        node.Owners = Shared(life.Owners);
        node.IsWaiting = life.IsDeleting && life.Finalizers.Contains(Foreground);
        foreach (var link in before)
        {
            var stays = life.Owners.Any(other => other.Uid == link.Uid);
            if (!stays)
                Unlink(node, link.Uid, keys);
            if (link.Blocks && !node.Blocks(link.Uid) && _owners.TryGetValue(link.Uid, out var freed) && freed.Waiting is { } owner)
                keys.Add(owner);
        }

        foreach (var link in life.Owners)
            Link(node, link, keys);
        if (life.Owners.Count == 0)
            _nodes.Remove(life.Uid);
    }

    private void Link(GraphNode node, OwnerLink link, List<ObjectName> keys)
    {
        var entry = Owner(link.Uid);
        entry.Dependents.Add(node);
        var place = OwnerPlace.Of(link, node.Name.Namespace);
        if (entry.IsGone || entry.Waiting is not null || entry.Absent.ContainsKey(place))
        {
            keys.Add(node.Key);
        }
        else if (entry.Known != place && (entry.Asking is null || entry.Known is not null || !IsSamePlace(entry.Asking, link, place)))
        {
            entry.Asking = node;
            keys.Add(node.Key);
        }
    }

    private IReadOnlyList<OwnerLink> Shared(IReadOnlyList<OwnerLink> links)
    {
        if (links.Count != 1)
            return links;

        var entry = Owner(links[0].Uid);
        if (entry.Shared.Count == 0 || entry.Shared[0] != links[0])
            entry.Shared = links;
        return entry.Shared;
    }

    private static bool IsSamePlace(GraphNode asking, OwnerLink link, OwnerPlace place) =>
        asking.Owners.Any(other => other.Uid == link.Uid && OwnerPlace.Of(other, asking.Name.Namespace) == place);

    private void Remove(string uid, List<ObjectName> keys)
    {
        if (_nodes.Remove(uid, out var node))
        {
            foreach (var link in node.Owners)
            {
                if (link.Blocks && _owners.TryGetValue(link.Uid, out var freed) && freed.Waiting is { } owner)
                    keys.Add(owner);
                Unlink(node, link.Uid, keys);
            }
        }

        if (!_owners.TryGetValue(uid, out var entry))
            return;

        (entry.IsGone, entry.Waiting) = (true, null);
        keys.AddRange(entry.Dependents.Select(dependent => dependent.Key));
        if (!entry.IsNeeded)
            _owners.Remove(uid);
    }

    private void Unlink(GraphNode node, string uid, List<ObjectName> keys)
    {
        if (!_owners.TryGetValue(uid, out var entry))
            return;

        entry.Dependents.Remove(node);
        if (entry.Asking == node)
        {
            // Whoever asked is gone with its answer; another asks.
            entry.Asking = entry.Dependents.FirstOrDefault();
            if (entry.Asking is { } next)
                keys.Add(next.Key);
        }

        if (!entry.IsNeeded)
            _owners.Remove(uid);
    }

    private OwnerEntry Owner(string uid) => _owners.TryGetValue(uid, out var known) ? known : _owners[uid] = new();
}
