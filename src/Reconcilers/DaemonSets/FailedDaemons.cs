using System.Collections.Concurrent;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.Reconcilers.Pods;

namespace CloudletK8s.Reconcilers.DaemonSets;

/// <summary>
/// How often daemons have failed on a node lately, as far as this process has seen: a node that turns its daemon away is not sent
/// another one in the same moment. Forgetting it costs one pod more.
/// </summary>
internal sealed class FailedDaemons
{
    private const int Limit = 20_000;
    private static readonly TimeSpan _first = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<(string Owner, string Node), (TimeSpan Pause, DateTimeOffset Since)> _known = new();
    private readonly TimeProvider _time;

    public FailedDaemons(ObjectCache<Pod> pods, TimeProvider time)
    {
        _time = time;
        pods.Changed += Note;
    }

    /// <summary>Until when the next failed pod is left alone; null: no pod has failed there.</summary>
    public DateTimeOffset? Until(string owner, string node) =>
        _known.TryGetValue((owner, node), out var known) && _time.GetUtcNow() - known.Since <= 2 * _longest ? known.Since + known.Pause : null;

    private void Note(ObjectChange<Pod> change)
    {
        if (change.Current is not null || change.Object.Status?.Phase != PodState.Failed
            || OwnerReferences.Controller(change.Object) is not { Kind: "DaemonSet", Uid: { } owner } || DaemonPods.NodeOf(change.Object) is not { } node)
            return;

        if (_known.Count >= Limit)
            _known.Clear();
        var now = _time.GetUtcNow();
        _known.AddOrUpdate((owner, node), _ => (_first, now), (_, known) => (Longer(known, now), now));
    }

    private static TimeSpan Longer((TimeSpan Pause, DateTimeOffset Since) known, DateTimeOffset now)
    {
        if (now - known.Since > 2 * _longest)
            return _first;

        return 2 * known.Pause < _longest ? 2 * known.Pause : _longest;
    }
}
