using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Work;

namespace CloudletK8s.ControllerRuntime.Dynamic;

/// <summary>The lives of all objects of this cluster, for the controllers of a process that care for every kind: one feed for all of them.</summary>
public sealed class ObjectLives(ILifeFeed feed, IServedKinds kinds)
{
    private readonly List<(string Controller, ILifeListener Listener)> _listeners = [];
    private Action<IReadOnlyList<WorkKey>>? _found;

    public IServedKinds Kinds => kinds;

    /// <summary>Follows the feed until it is cancelled, and tells what work the turns mean. Follows nothing when nobody listens.</summary>
    public async Task Run(Action<IReadOnlyList<WorkKey>> found, CancellationToken cancellationToken)
    {
        if (_listeners.Count == 0)
            return;

        _found = found;
        kinds.Changed += HearOfKinds;
        try
        {
            await feed.Follow(life => Tell(KeysOf(life)), cancellationToken);
        }
        finally
        {
            kinds.Changed -= HearOfKinds;
        }
    }

    /// <summary>Waits until the listeners have heard everything that was acknowledged to anybody before the call.</summary>
    public ValueTask CatchUp(CancellationToken cancellationToken) =>
        _listeners.Count == 0 ? ValueTask.CompletedTask : feed.CatchUp(cancellationToken);

    /// <summary>The work that a turn means, for hosts that read turns from the log instead of following them.</summary>
    public IReadOnlyList<WorkKey> KeysOf(ObjectLife life)
    {
        List<WorkKey>? keys = null;
        foreach (var (controller, listener) in _listeners)
            keys = Collect(keys, controller, listener.Hear(life));
        return keys ?? (IReadOnlyList<WorkKey>)[];
    }

    /// <summary>Everything that what was heard so far could mean for a controller.</summary>
    public IEnumerable<WorkKey> AllKeys(string controller) => _listeners
        .Where(entry => entry.Controller == controller)
        .SelectMany(entry => entry.Listener.Everything())
        .Select(name => new WorkKey(controller, name));

    /// <summary>For a controller that learns, at work on one object, that others need a look.</summary>
    public void Wake(string controller, IReadOnlyList<ObjectName> names) => Tell(Collect(null, controller, names) ?? []);

    internal void Add(string controller, ILifeListener listener) => _listeners.Add((controller, listener));

    private void HearOfKinds()
    {
        foreach (var (controller, listener) in _listeners)
            Wake(controller, listener.HearOfKinds());
    }

    private void Tell(IReadOnlyList<WorkKey> keys)
    {
        if (keys.Count > 0)
            _found?.Invoke(keys);
    }

    private static List<WorkKey>? Collect(List<WorkKey>? keys, string controller, IReadOnlyList<ObjectName> names)
    {
        for (var i = 0; i < names.Count; i++)
            (keys ??= []).Add(new(controller, names[i]));
        return keys;
    }
}
