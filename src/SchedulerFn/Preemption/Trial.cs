using CloudletK8s.SchedulerFn.Clusters;
using CloudletK8s.SchedulerFn.Evaluations;

namespace CloudletK8s.SchedulerFn.Preemption;

/// <summary>
/// Tries on the state itself what evicting pods from a node would do, and puts everything back: the checks and counters are the ones
/// that place pods, so nothing is modelled twice.
/// </summary>
internal sealed class Trial(ClusterState state, DisruptionBudgets budgets)
{
    private readonly List<PlacedPod> _potential = [];
    private readonly List<PlacedPod> _violating = [];
    private readonly List<PlacedPod> _others = [];
    private readonly List<PlacedPod> _victims = [];

    /// <summary>Of the last trial that succeeded, the most important first.</summary>
    public IReadOnlyList<PlacedPod> Victims => _victims;

    /// <summary>Of the last trial that succeeded.</summary>
    public int Violations { get; private set; }

    /// <returns>The cost of making room; or none, with what the checks say of the node when all less important pods are gone; 0 where there are no such pods.</returns>
    public Candidate? Run(PodEvaluation evaluation, int slot, out long status)
    {
        status = NodeStatus.Passes;
        _potential.Clear();
        foreach (var pod in state.Nodes.Pods[slot])
        {
            if (pod.Pod.Priority < evaluation.Context.Shape.Priority)
                _potential.Add(pod);
        }

        if (_potential.Count == 0)
            return null;

        _potential.Sort(static (left, right) => Importance.Order.Compare(left.Pod, right.Pod));
        var mark = state.Changes.Position;
        foreach (var pod in _potential)
            state.Remove(pod);
        status = evaluation.CheckFully(slot);
        Candidate? candidate = null;
        if (status == NodeStatus.Passes)
            candidate = Reprieve(evaluation, slot);
        else
            PutBack(_potential);
        state.Changes.Truncate(mark);
        return candidate;
    }

    /// <summary>Lets stay whom it can, those first that should not be evicted.</summary>
    private Candidate Reprieve(PodEvaluation evaluation, int slot)
    {
        _violating.Clear();
        _others.Clear();
        _victims.Clear();
        budgets.Split(_potential, _violating, _others);
        foreach (var pod in _violating)
            TryToKeep(evaluation, slot, pod);
        Violations = _victims.Count;
        foreach (var pod in _others)
            TryToKeep(evaluation, slot, pod);
        _victims.Sort(static (left, right) => Importance.Order.Compare(left.Pod, right.Pod));
        PutBack(_victims);
        return Cost();
    }

    private void TryToKeep(PodEvaluation evaluation, int slot, PlacedPod pod)
    {
        state.Add(pod);
        if (evaluation.CheckFully(slot) == NodeStatus.Passes)
            return;

        state.Remove(pod);
        _victims.Add(pod);
    }

    private void PutBack(List<PlacedPod> pods)
    {
        foreach (var pod in pods)
            state.Add(pod);
    }

    private Candidate Cost()
    {
        if (_victims.Count == 0)
            return default;

        var highest = _victims[0].Pod.Priority;
        var sum = 0L;
        foreach (var victim in _victims)
            sum += (long)victim.Pod.Priority - int.MinValue;

        // The first of the most important victims is the one that has run the longest.
        return new(Violations, highest, sum, _victims.Count, _victims[0].Pod.Started.UtcTicks);
    }
}
