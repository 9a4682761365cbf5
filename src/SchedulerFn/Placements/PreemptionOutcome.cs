using CloudletK8s.SchedulerFn.Pods;

namespace CloudletK8s.SchedulerFn.Placements;

/// <summary>What became of the attempt to make room.</summary>
public abstract record PreemptionOutcome
{
    private PreemptionOutcome()
    {
    }

    /// <summary>No plugin of the profile preempts.</summary>
    public sealed record NotTried : PreemptionOutcome
    {
        public static NotTried Instance { get; } = new();
    }

    /// <param name="KeepsNomination">The pod waits for its victims to leave the node it was nominated to; otherwise its nomination is to be cleared.</param>
    public sealed record Impossible(string Reason, bool KeepsNomination) : PreemptionOutcome;

    /// <summary>
    /// Evict the victims, nominate the pod to the node, and try it again when they are gone.
    /// </summary>
    /// <param name="Victims">The most important first.</param>
    /// <param name="ViolatedBudgets">Victims whose eviction a PodDisruptionBudget does not allow.</param>
    /// <param name="LosingNomination">Less important pods that were nominated to the node: take their nominations back, so that they look for another.</param>
    public sealed record Proposal(string Node, IReadOnlyList<PodInfo> Victims, int ViolatedBudgets, IReadOnlyList<PodInfo> LosingNomination) : PreemptionOutcome;
}
