using CloudletK8s.SchedulerFn.Clusters;
using CloudletK8s.SchedulerFn.Evaluations;
using CloudletK8s.SchedulerFn.Placements;
using CloudletK8s.SchedulerFn.Pods;

namespace CloudletK8s.SchedulerFn.Preemption;

/// <summary>Looks for the node on which room for a pod costs the least, with Kubernetes' rules of what costs what.</summary>
internal sealed class Preemptor
{
    private const string NotHelpful = "Preemption is not helpful for scheduling";
    private const string NoVictims = "No preemption victims found for incoming pod";
    private readonly ClusterState _state;
    private readonly Random _random;
    private readonly DisruptionBudgets _budgets;
    private readonly Trial _trial;
    private readonly List<int> _potential = [];

    // Of the last search that found nothing.
    private readonly Dictionary<long, (int Nodes, int Slot)> _failures = [];
    private int _helpful;

    public Preemptor(ClusterState state, Random random)
    {
        _state = state;
        _random = random;
        _budgets = new(state);
        _trial = new(state, _budgets);
    }

    /// <summary>The answer for a pod that was refused before any node was looked at.</summary>
    public PreemptionOutcome Useless(PodInfo pod) => pod.Shape.NeverPreempts ? Never() : Impossible([(NotHelpful, _state.NodeCount)]);

    /// <param name="nomination">The node that the pod was nominated to by an earlier preemption.</param>
    public PreemptionOutcome Preempt(PodInfo pod, PodEvaluation evaluation, FeasibleNodes nodes, string? nomination)
    {
        if (pod.Shape.NeverPreempts)
            return Never();
        if (nomination is not null && IsWaiting(pod, evaluation, nodes, nomination))
            return new PreemptionOutcome.Impossible("not eligible due to a terminating pod on the nominated node.", KeepsNomination: true);

        var best = evaluation.HasClusterChecks || nodes.Named is not null ? BestOfSome(evaluation, nodes) : BestOfAll(evaluation);
        if (best < 0)
            return Impossible(Reasons(evaluation));

        _trial.Run(evaluation, best, out _);
        return new PreemptionOutcome.Proposal(
            _state.Nodes.Names[best],
            [.. _trial.Victims.Select(victim => victim.Pod)],
            _trial.Violations,
            [.. (_state.Nodes.Nominated[best] ?? []).Where(rival => rival.Pod.Priority < pod.Priority).Select(rival => rival.Pod)]);
    }

    private static PreemptionOutcome.Impossible Never() => new("not eligible due to preemptionPolicy=Never.", KeepsNomination: true);

    private bool IsWaiting(PodInfo pod, PodEvaluation evaluation, FeasibleNodes nodes, string nomination)
    {
        var slot = _state.Nodes.SlotOf(nomination);
        if (slot < 0 || !_state.Nodes.Exists(slot) || (nodes.IsAsked(slot) && !evaluation.IsResolvable(nodes.StatusOf(slot))))
            return false;

        return _state.Nodes.Pods[slot].Exists(other => other.Pod.IsPreempted && other.Pod.Priority < pod.Priority);
    }

    private void FindPotential(PodEvaluation evaluation, FeasibleNodes nodes)
    {
        _potential.Clear();
        for (var slot = 0; slot < _state.Nodes.Slots; slot++)
        {
            if (_state.Nodes.Exists(slot) && nodes.IsAsked(slot) && evaluation.IsResolvable(nodes.StatusOf(slot)))
                _potential.Add(slot);
        }
    }

    /// <summary>Trials on nodes stand until the node changes, so all nodes are compared.</summary>
    private int BestOfAll(PodEvaluation evaluation)
    {
        var memo = evaluation.Trials;
        memo.Refresh(evaluation, _trial, (evaluation.Versions() * 31) + _state.BudgetVersion);
        var best = memo.Best();
        if (best >= 0)
            return best;

        _helpful = memo.Potential;
        _failures.Clear();
        foreach (var (status, failed, slot) in memo.Failures)
            _failures[status] = (failed, slot);
        return best;
    }

    /// <summary>What is elsewhere matters, so nothing stands from one pod to the next: enough candidates are enough, as in Kubernetes.</summary>
    private int BestOfSome(PodEvaluation evaluation, FeasibleNodes nodes)
    {
        FindPotential(evaluation, nodes);
        _helpful = _potential.Count;
        _failures.Clear();
        var best = -1;
        Candidate least = default;
        var (found, clean) = (0, 0);
        var wanted = Wanted(evaluation);
        var offset = _potential.Count == 0 ? 0 : _random.Next(_potential.Count);
        for (var i = 0; i < _potential.Count && !(clean > 0 && found >= wanted); i++)
        {
            var slot = _potential[(offset + i) % _potential.Count];
            if (_trial.Run(evaluation, slot, out var status) is not { } cost)
            {
                Fail(status, slot);
                continue;
            }

            found++;
            clean += cost.Violations == 0 ? 1 : 0;
            var order = best < 0 ? -1 : cost.CompareTo(least);
            if (order < 0 || (order == 0 && slot < best))
                (best, least) = (slot, cost);
        }

        return best;
    }

    private int Wanted(PodEvaluation evaluation)
    {
        var arguments = evaluation.Context.Profile.Preemption;
        return Math.Min(_potential.Count, Math.Max(_potential.Count * arguments.MinCandidateNodesPercentage / 100, arguments.MinCandidateNodesAbsolute));
    }

    private void Fail(long status, int slot)
    {
        ref var failure = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_failures, status, out _);
        failure = (failure.Nodes + 1, slot);
    }

    private List<(string Reason, int Nodes)> Reasons(PodEvaluation evaluation)
    {
        var reasons = new List<(string Reason, int Nodes)> { (NotHelpful, _state.NodeCount - _helpful) };
        foreach (var (status, (nodes, slot)) in _failures)
        {
            if (status == NodeStatus.Passes)
                reasons.Add((NoVictims, nodes));
            else
                reasons.AddRange(evaluation.Reasons(status, slot).Select(reason => (reason, nodes)));
        }

        return reasons;
    }

    private PreemptionOutcome.Impossible Impossible(List<(string Reason, int Nodes)> reasons) =>
        new($"0/{_state.NodeCount} nodes are available:{ReasonTexts.Join(reasons.Where(reason => reason.Nodes > 0))}", KeepsNomination: false);
}
