using CloudletK8s.SchedulerFn.Clusters;
using CloudletK8s.SchedulerFn.Evaluations;
using CloudletK8s.SchedulerFn.Placements;
using CloudletK8s.SchedulerFn.Pods;
using CloudletK8s.SchedulerFn.Preemption;
using CloudletK8s.SchedulerFn.Profiles;

namespace CloudletK8s.SchedulerFn;

/// <summary>
/// Places pods, one after another, on the cluster that a state describes. It decides and changes nothing: the caller takes a
/// decision over with Assume or Nominate. It has the same owner as the state.
/// </summary>
public sealed partial class Engine
{
    private readonly ClusterState _state;
    private readonly EvaluationCache _evaluations;
    private readonly Dictionary<string, SchedulerProfile> _profiles;
    private readonly Random _random;
    private readonly FeasibleNodes _feasible;
    private readonly ScoreBoard _scores = new();
    private readonly Preemptor _preemptor;

    /// <param name="random">Chooses among equally good nodes, so that schedulers that run at once seldom choose the same.</param>
    public Engine(ClusterState state, SchedulerConfiguration configuration, Random random)
    {
        _state = state;
        _evaluations = new(state);
        _profiles = configuration.Profiles.ToDictionary(profile => profile.SchedulerName);
        _random = random;
        _feasible = new(state.Nodes);
        _preemptor = new(state, random);
    }

    /// <summary>Whether pods that name this scheduler are ours.</summary>
    public bool Serves(string schedulerName) => _profiles.ContainsKey(schedulerName);

    /// <summary>Where the pod goes now, or why nowhere. The pod's schedulerName must be one that is served.</summary>
    public Placement Schedule(PodInfo pod)
    {
        var profile = _profiles[pod.SchedulerName];
        if (profile.ChecksGates && pod.SchedulingGates.Count > 0)
            return Refused(PluginNames.SchedulingGates, $"waiting for scheduling gates: [{string.Join(' ', pod.SchedulingGates)}]", PreemptionOutcome.NotTried.Instance);
        if (_state.NodeCount == 0)
            return new Placement.Unschedulable(new() { NodeCount = 0 });

        return WithoutNomination(pod, nomination => Place(pod, profile, nomination));
    }

    /// <summary>A pod's own claim on a node must not stand in its way.</summary>
    private T WithoutNomination<T>(PodInfo pod, Func<string?, T> work)
    {
        var nomination = _state.SuspendNomination(pod.Key);
        if (nomination is null)
            return work(null);

        try
        {
            return work(nomination);
        }
        finally
        {
            _state.ResumeNomination(pod.Key, nomination);
        }
    }

    private Placement Place(PodInfo pod, SchedulerProfile profile, string? nomination)
    {
        if (pod.NodeName is null && !IsNamed(pod.Shape, profile))
            return Place(pod, nomination, _evaluations.Take(pod.Shape, profile), named: null);

        // Pods for named nodes are many, each of its own kind: there is nothing to keep.
        var evaluation = _evaluations.Make(pod.Shape, profile, pod.NodeName);
        try
        {
            return Place(pod, nomination, evaluation, pod.Shape.RequiredNodes.Names);
        }
        finally
        {
            evaluation.Release();
        }
    }

    private Placement Place(PodInfo pod, string? nomination, PodEvaluation evaluation, IReadOnlyCollection<string>? named)
    {
        foreach (var check in evaluation.Checks)
        {
            if (check.Prepare() is { } refusal)
                return Refused(check.Plugin, refusal, evaluation.Context.Profile.Preempts ? _preemptor.Useless(pod) : PreemptionOutcome.NotTried.Instance);
        }

        if (nomination is not null && _state.Nodes.SlotOf(nomination) is var slot and >= 0 && _state.Nodes.Exists(slot)
            && evaluation.CheckFully(slot) == NodeStatus.Passes)
            return Placed(evaluation, slot, [], 1);

        _feasible.Find(evaluation, named);
        return _feasible.Count switch
        {
            0 => Unschedulable(pod, evaluation, nomination),
            1 => Placed(evaluation, _feasible.Slots[0], [], 1),
            _ => Best(evaluation),
        };
    }

    private static bool IsNamed(PodShape shape, SchedulerProfile profile) =>
        shape.RequiredNodes.Names is not null && profile.Filters.Contains(PluginNames.NodeAffinity);

    private Placement.Unschedulable Refused(string plugin, string reason, PreemptionOutcome preemption) => new(new()
    {
        NodeCount = _state.NodeCount,
        PodRefusal = reason,
        Plugins = [plugin],
        Preemption = preemption,
    });

    private Placement.Placed Placed(PodEvaluation evaluation, int slot, IReadOnlyList<PluginScore> scores, int feasible) =>
        new(_state.Nodes.Names[slot], scores, evaluation.Context.Volumes.Decide(_state.Nodes.Facts[slot]!), feasible);
}
