namespace CloudletK8s.SchedulerFn.Queues;

/// <summary>Where a waiting pod stands.</summary>
internal enum QueuePlace
{
    /// <summary>Being tried, or on its way to its node.</summary>
    Taken,

    /// <summary>To be tried as soon as its turn comes.</summary>
    Active,

    /// <summary>To be tried when its back-off is over.</summary>
    BackingOff,

    /// <summary>To be tried when something happens that could help it.</summary>
    Unschedulable,

    Removed,
}
