namespace CloudletK8s.SchedulerFn.Placements;

/// <summary>Why a pod can go nowhere now.</summary>
public sealed record Diagnosis
{
    public const string NoNodes = "no nodes available to schedule pods";

    public required int NodeCount { get; init; }

    /// <summary>By plugin and reason. A node that lacks two resources counts under both.</summary>
    public IReadOnlyList<Refusal> Refusals { get; init; } = [];

    /// <summary>Said once for all nodes, where a plugin refused the pod before looking at any.</summary>
    public string? PodRefusal { get; init; }

    /// <summary>The plugins that refused something: what they wait for is what could help the pod.</summary>
    public IReadOnlyList<string> Plugins { get; init; } = [];

    public PreemptionOutcome Preemption { get; init; } = PreemptionOutcome.NotTried.Instance;

    /// <summary>The text of the event and the condition, in Kubernetes' words.</summary>
    public string Message
    {
        get
        {
            if (NodeCount == 0)
                return NoNodes;

            var reasons = PodRefusal is null ? ReasonTexts.Join(Refusals.Select(refusal => (refusal.Reason, refusal.Nodes))) : $" {PodRefusal}.";
            var preemption = Preemption is PreemptionOutcome.Impossible { Reason: var reason } ? $" preemption: {reason}" : "";
            return $"0/{NodeCount} nodes are available:{reasons}{preemption}";
        }
    }
}
