using CloudletK8s.SchedulerFn.Pods;

namespace CloudletK8s.SchedulerFn.Preemption;

/// <summary>The more important pod comes first: of higher priority, or running for longer. Names settle the rest, so that the order is one.</summary>
internal sealed class Importance : IComparer<PodInfo>
{
    public static Importance Order { get; } = new();

    public int Compare(PodInfo? x, PodInfo? y)
    {
        if (x!.Priority != y!.Priority)
            return y.Priority.CompareTo(x.Priority);
        if (x.Started != y.Started)
            return x.Started.CompareTo(y.Started);
        var byNamespace = string.CompareOrdinal(x.Namespace, y.Namespace);
        return byNamespace != 0 ? byNamespace : string.CompareOrdinal(x.Name, y.Name);
    }
}
