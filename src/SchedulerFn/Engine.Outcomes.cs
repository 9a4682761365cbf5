using CloudletK8s.SchedulerFn.Evaluations;
using CloudletK8s.SchedulerFn.Placements;
using CloudletK8s.SchedulerFn.Pods;
using CloudletK8s.SchedulerFn.Profiles;

namespace CloudletK8s.SchedulerFn;

public sealed partial class Engine
{
    /// <summary>For each node, which plugin refuses the pod and why, or what each plugin scores; and what Schedule would answer.</summary>
    public PlacementExplanation Explain(PodInfo pod)
    {
        var placement = Schedule(pod);
        var nodes = new List<NodeExplanation>(_state.NodeCount);
        if (placement is Placement.Unschedulable { Diagnosis: { PodRefusal: { } refusal } diagnosis })
        {
            foreach (var name in NodeNames())
                nodes.Add(new() { Node = name, RefusedBy = diagnosis.Plugins[0], Reasons = [refusal] });
            return new(nodes, placement);
        }

        WithoutNomination(pod, _ =>
        {
            Explain(pod, nodes);
            return true;
        });
        return new(nodes, placement);
    }

    private void Explain(PodInfo pod, List<NodeExplanation> nodes)
    {
        var profile = _profiles[pod.SchedulerName];
        var evaluation = pod.NodeName is null ? _evaluations.Take(pod.Shape, profile) : _evaluations.Make(pod.Shape, profile, pod.NodeName);
        foreach (var check in evaluation.Checks)
            check.Prepare();
        _feasible.Find(evaluation, named: null);
        foreach (var name in NodeNames())
            nodes.Add(Explain(evaluation, _state.Nodes.SlotOf(name)));
        if (pod.NodeName is not null)
            evaluation.Release();
    }

    private IEnumerable<string> NodeNames() => _state.Nodes.Names.Take(_state.Nodes.Slots).Where((_, slot) => _state.Nodes.Exists(slot)).Order(StringComparer.Ordinal);

    private NodeExplanation Explain(PodEvaluation evaluation, int slot)
    {
        var status = _feasible.StatusOf(slot);
        if (status == NodeStatus.Passes)
            return new() { Node = _state.Nodes.Names[slot], Scores = _scores.ScoresOf(evaluation, _feasible, slot) };

        var check = evaluation.Checks[NodeStatus.Check(status)];
        return new() { Node = _state.Nodes.Names[slot], RefusedBy = check.Plugin, Reasons = check.Reasons(NodeStatus.Code(status), slot) };
    }

    private Placement.Placed Best(PodEvaluation evaluation)
    {
        var slot = _scores.Best(evaluation, _feasible, _random);
        return Placed(evaluation, slot, _scores.ScoresOf(evaluation, _feasible, slot), _feasible.Count);
    }

    private Placement.Unschedulable Unschedulable(PodInfo pod, PodEvaluation evaluation, string? nomination)
    {
        var refusals = new List<Refusal>();
        var plugins = new HashSet<string>();
        var absent = 0;
        foreach (var (status, (nodes, slot)) in Statuses(evaluation, ref absent))
        {
            var check = evaluation.Checks[NodeStatus.Check(status)];
            plugins.Add(check.Plugin);
            foreach (var reason in check.Reasons(NodeStatus.Code(status), slot))
                refusals.Add(new(check.Plugin, reason, nodes, !check.IsUnresolvable(NodeStatus.Code(status))));
        }

        if (absent > 0)
        {
            plugins.Add(PluginNames.NodeAffinity);
            refusals.Add(new(PluginNames.NodeAffinity, $"node(s) didn't satisfy plugin(s) [{PluginNames.NodeAffinity}]", absent, Resolvable: false));
        }

        return new(new()
        {
            NodeCount = _state.NodeCount,
            Refusals = refusals,
            Plugins = [.. plugins.Order(StringComparer.Ordinal)],
            Preemption = evaluation.Context.Profile.Preempts ? _preemptor.Preempt(pod, evaluation, _feasible, nomination) : PreemptionOutcome.NotTried.Instance,
        });
    }

    /// <summary>Each status with the number of its nodes and one of them.</summary>
    private Dictionary<long, (int Nodes, int Slot)> Statuses(PodEvaluation evaluation, ref int absent)
    {
        var statuses = new Dictionary<long, (int Nodes, int Slot)>();
        if (_feasible.Named is { } named)
        {
            foreach (var name in named)
            {
                if (_state.Nodes.SlotOf(name) is var slot and >= 0 && _state.Nodes.Exists(slot))
                    Add(statuses, _feasible.StatusOf(slot), slot);
            }

            absent = _state.NodeCount - statuses.Values.Sum(status => status.Nodes);
        }
        else if (evaluation.HasClusterChecks)
        {
            for (var slot = 0; slot < _state.Nodes.Slots; slot++)
            {
                if (_state.Nodes.Exists(slot))
                    Add(statuses, _feasible.StatusOf(slot), slot);
            }
        }
        else
        {
            foreach (var (status, nodes) in evaluation.Refusals)
            {
                if (nodes > 0)
                    statuses[status] = (nodes, evaluation.Status.IndexOf(status));
            }
        }

        return statuses;
    }

    private static void Add(Dictionary<long, (int Nodes, int Slot)> statuses, long status, int slot)
    {
        ref var entry = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(statuses, status, out var there);
        entry = (entry.Nodes + 1, there ? entry.Slot : slot);
    }
}
