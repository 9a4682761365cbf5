namespace CloudletK8s.SchedulerFn.Pods;

/// <summary>The plugin of that name: which of two waiting pods is tried first.</summary>
public static class PrioritySort
{
    /// <summary>Negative when the left one comes first: it has the higher priority, or as high a one and has waited for longer.</summary>
    public static int Compare(PodInfo left, DateTimeOffset leftSince, PodInfo right, DateTimeOffset rightSince) =>
        left.Priority != right.Priority ? right.Priority.CompareTo(left.Priority) : leftSince.CompareTo(rightSince);
}
