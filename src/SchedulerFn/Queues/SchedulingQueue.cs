using System.Diagnostics.CodeAnalysis;
using CloudletK8s.SchedulerFn.Pods;
using CloudletK8s.SchedulerFn.Profiles;

namespace CloudletK8s.SchedulerFn.Queues;

/// <summary>
/// The pods that wait: by importance, then by age. One that failed comes back when something happens that could help it, and no
/// sooner than its back-off allows, so that a thousand hopeless pods do not stand in the way of one that fits. One owner, no locks.
/// </summary>
public sealed class SchedulingQueue(SchedulerConfiguration configuration)
{
    /// <summary>A hint that was missed costs a pod this long at most.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private readonly Dictionary<PodName, WaitingPod> _pods = [];
    private readonly PriorityQueue<WaitingPod, (int Importance, long Order)> _active = new();
    private readonly PriorityQueue<WaitingPod, DateTimeOffset> _backingOff = new();
    private readonly UnschedulablePods _unschedulable = new();
    private long _order;

    public int Count => _pods.Count;

    public int Unschedulable => _unschedulable.Count;

    public WaitingPod? Find(PodName name) => _pods.GetValueOrDefault(name);

    /// <summary>A pod as the API server has it now. A change that could matter to its placement brings it forward.</summary>
    public WaitingPod Set(PodInfo info, string resourceVersion, DateTimeOffset now)
    {
        if (_pods.TryGetValue(info.Key, out var known) && known.Info.Uid == info.Uid)
        {
            var matters = known.Info.Shape.Key != info.Shape.Key || known.Info.SchedulerName != info.SchedulerName;
            known.Info = info;
            known.ResourceVersion = resourceVersion;
            if (matters && known.Place == QueuePlace.Unschedulable)
            {
                _unschedulable.Remove(known);
                BringForward(known, now);
            }

            return known;
        }

        Remove(info.Key);
        var pod = new WaitingPod(info, resourceVersion, _order++);
        _pods[info.Key] = pod;
        Activate(pod);
        return pod;
    }

    public void Remove(PodName name)
    {
        if (!_pods.Remove(name, out var pod))
            return;

        _unschedulable.Remove(pod);
        pod.Place = QueuePlace.Removed;
    }

    public bool TryTake([NotNullWhen(true)] out WaitingPod? pod)
    {
        while (_active.TryDequeue(out pod, out _))
        {
            if (pod.Place != QueuePlace.Active)
                continue;

            pod.Place = QueuePlace.Taken;
            pod.Attempts++;
            return true;
        }

        return false;
    }

    /// <summary>The attempt failed; the pod waits for what could help it.</summary>
    public void Fail(WaitingPod pod, ClusterEvent waitsFor, DateTimeOffset now)
    {
        if (pod.Place == QueuePlace.Removed)
            return;

        Fall(pod, now);
        pod.WaitsFor = waitsFor;
        pod.Place = QueuePlace.Unschedulable;
        _unschedulable.Add(pod);
    }

    /// <summary>The attempt broke off through no fault of the pod; it is tried again after its back-off.</summary>
    public void Retry(WaitingPod pod, DateTimeOffset now)
    {
        if (pod.Place == QueuePlace.Removed)
            return;

        Fall(pod, now);
        BackOff(pod);
    }

    /// <summary>Brings forward the pods that an event could help.</summary>
    /// <param name="node">Where it happened; pods that were promised this node do not wait for their back-off.</param>
    public void Move(ClusterEvent happened, string? node, DateTimeOffset now)
    {
        if (_unschedulable.Count == 0 || happened == ClusterEvent.None)
            return;

        foreach (var pod in _unschedulable.Take(happened))
        {
            if (node is not null && pod.NominatedNode == node)
                Activate(pod);
            else
                BringForward(pod, now);
        }
    }

    /// <summary>Activates what has waited long enough.</summary>
    /// <returns>When to look again; null: nothing waits for a time.</returns>
    public DateTimeOffset? Advance(DateTimeOffset now)
    {
        while (_backingOff.TryPeek(out var pod, out var due))
        {
            if (pod.Place == QueuePlace.BackingOff && due > now)
                break;

            _backingOff.Dequeue();
            if (pod.Place == QueuePlace.BackingOff)
                Activate(pod);
        }

        while (_unschedulable.Oldest(out var oldest) is { } failed && failed + LongestWait <= now)
        {
            _unschedulable.Remove(oldest!);
            Activate(oldest!);
        }

        DateTimeOffset? next = _backingOff.TryPeek(out _, out var first) ? first : null;
        return _unschedulable.Oldest(out _) + LongestWait is { } late && (next is null || late < next) ? late : next;
    }

    private void BringForward(WaitingPod pod, DateTimeOffset now)
    {
        if (pod.NotBefore <= now)
            Activate(pod);
        else
            BackOff(pod);
    }

    private void Fall(WaitingPod pod, DateTimeOffset now)
    {
        var doubled = configuration.InitialBackoff * Math.Pow(2, Math.Min(pod.Attempts - 1, 20));
        pod.Failed = now;
        pod.NotBefore = now + (doubled < configuration.LongestBackoff ? doubled : configuration.LongestBackoff);
    }

    private void BackOff(WaitingPod pod)
    {
        pod.Place = QueuePlace.BackingOff;
        _backingOff.Enqueue(pod, pod.NotBefore);
    }

    private void Activate(WaitingPod pod)
    {
        pod.Place = QueuePlace.Active;
        _active.Enqueue(pod, (-Math.Max(pod.Info.Priority, -int.MaxValue), pod.Order));
    }
}
