namespace CloudletK8s.Reconcilers.Tests.Simulation;

/// <summary>What goes wrong, and how often. Counted, so that a run can show that it was no walk in the park.</summary>
internal sealed class SimulatedFaults(Random random, bool cachesStandStill)
{
    /// <summary>Whether this run has caches that stand still. What they show then is not so, and what is counted by them may be exceeded.</summary>
    public bool CachesStandStill => cachesStandStill;

    /// <summary>No more faults: everything has to come right now.</summary>
    public bool HaveStopped { get; set; }

    public int Dropped { get; private set; }

    public int Repeated { get; private set; }

    public int Killed { get; private set; }

    public int Conflicts { get; private set; }

    public int StaleReads { get; private set; }

    public int Doubled { get; private set; }

    public bool Drop() => Happens(0.05) && Count(() => Dropped++);

    public bool Repeat() => Happens(0.1) && Count(() => Repeated++);

    /// <summary>The worker dies before this write.</summary>
    public bool KillBeforeWrite() => Happens(0.04) && Count(() => Killed++);

    /// <summary>The write reaches the server, and the worker dies before it hears of it.</summary>
    public bool KillAfterWrite() => Happens(0.03) && Count(() => Killed++);

    /// <summary>Somebody else was faster.</summary>
    public bool Conflict() => Happens(0.05) && Count(() => Conflicts++);

    /// <summary>The caches stand still for a while, and nobody notices.</summary>
    public bool HoldCaches() => cachesStandStill && Happens(0.06) && Count(() => StaleReads++);

    /// <summary>Two workers have the key at once.</summary>
    public bool Double() => Happens(0.08) && Count(() => Doubled++);

    private bool Happens(double chance)
    {
        lock (random)
            return !HaveStopped && random.NextDouble() < chance;
    }

    private static bool Count(Action count)
    {
        count();
        return true;
    }
}
