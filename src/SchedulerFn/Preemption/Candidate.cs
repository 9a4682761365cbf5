namespace CloudletK8s.SchedulerFn.Preemption;

/// <summary>What it would cost to make room on a node. The smaller, the better; see <see cref="CompareTo"/>.</summary>
/// <param name="Youngest">When the oldest of the most important victims started: the later, the less is lost.</param>
internal readonly record struct Candidate(int Violations, int HighestPriority, long Priorities, int Victims, long Youngest) : IComparable<Candidate>
{
    /// <summary>Fewest broken budgets, then the least important victims, then the least in sum, then the fewest, then the youngest.</summary>
    public int CompareTo(Candidate other)
    {
        if (Violations != other.Violations)
            return Violations.CompareTo(other.Violations);
        if (HighestPriority != other.HighestPriority)
            return HighestPriority.CompareTo(other.HighestPriority);
        if (Priorities != other.Priorities)
            return Priorities.CompareTo(other.Priorities);
        return Victims != other.Victims ? Victims.CompareTo(other.Victims) : other.Youngest.CompareTo(Youngest);
    }
}
