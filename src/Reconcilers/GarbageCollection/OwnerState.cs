namespace CloudletK8s.Reconcilers.GarbageCollection;

/// <summary>What an owner means for its dependents.</summary>
internal enum OwnerState
{
    /// <summary>It is there, and keeps them.</summary>
    Solid,

    /// <summary>It is not there, or not where they say.</summary>
    Absent,

    /// <summary>It is deleted in the foreground, and waits for them to go.</summary>
    Waiting,

    /// <summary>Nobody serves its kind now: nothing is decided before somebody does.</summary>
    Unknown,

    /// <summary>A cluster-scoped object names an owner in a namespace; which one cannot be said.</summary>
    Impossible,
}
