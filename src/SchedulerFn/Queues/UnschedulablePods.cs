namespace CloudletK8s.SchedulerFn.Queues;

/// <summary>Pods that wait for something to happen, by what they wait for: an event costs nothing for pods that it cannot help.</summary>
internal sealed class UnschedulablePods
{
    private readonly Dictionary<ClusterEvent, HashSet<WaitingPod>> _byEvent = [];
    private readonly Queue<(WaitingPod Pod, DateTimeOffset Failed)> _byAge = new();

    public int Count { get; private set; }

    public void Add(WaitingPod pod)
    {
        if (!_byEvent.TryGetValue(pod.WaitsFor, out var bucket))
            _byEvent[pod.WaitsFor] = bucket = [];

        if (bucket.Add(pod))
            Count++;
        _byAge.Enqueue((pod, pod.Failed));
    }

    public void Remove(WaitingPod pod)
    {
        if (_byEvent.TryGetValue(pod.WaitsFor, out var bucket) && bucket.Remove(pod))
            Count--;
    }

    /// <summary>Takes out all that wait for one of these events.</summary>
    public List<WaitingPod> Take(ClusterEvent happened)
    {
        var taken = new List<WaitingPod>();
        foreach (var (waitsFor, bucket) in _byEvent)
        {
            if ((waitsFor & happened) == 0 || bucket.Count == 0)
                continue;

            taken.AddRange(bucket);
            bucket.Clear();
        }

        Count -= taken.Count;
        return taken;
    }

    /// <summary>When the pod failed that has waited longest; null: none waits.</summary>
    public DateTimeOffset? Oldest(out WaitingPod? oldest)
    {
        while (_byAge.TryPeek(out var entry))
        {
            if (entry.Pod.Place == QueuePlace.Unschedulable && entry.Pod.Failed == entry.Failed)
            {
                oldest = entry.Pod;
                return entry.Failed;
            }

            _byAge.Dequeue();
        }

        oldest = null;
        return null;
    }
}
