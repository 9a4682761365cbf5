using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.ControllerRuntime.Work;
using CloudletK8s.Reconcilers.Nodes;

namespace CloudletK8s.Reconcilers.ZoneEviction;

internal static class ZoneEvictionPlan
{
    /// <summary>Between two nodes of a zone: a tenth of a node a second.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <summary>The same in a large zone that is mostly down.</summary>
    public static readonly TimeSpan DisruptedPause = TimeSpan.FromSeconds(100);

    public static Plan Decide(ZoneView view, DateTimeOffset now)
    {
        var state = ZoneHealth.Of(view.Nodes);
        if (!view.IsAnyNodeReady || state == ZoneState.Lost)
            return Spare(view.Nodes);
        if (state == ZoneState.SmallAndDisrupted)
            return Plan.Nothing;

        var waiting = view.Nodes.Where(IsToBeDriven).ToList();
        if (waiting.Count == 0)
            return Plan.Nothing;

        // The taints tell when the last one was added: the rate outlives this process, and holds for all of them.
        var pause = state == ZoneState.LargeAndDisrupted ? DisruptedPause : Pause;
        var next = view.Nodes.SelectMany(static node => node.Spec?.Taints ?? []).Where(NodeTaints.IsEvicting)
            .Select(static taint => taint.TimeAdded).Max() is { } last ? last + pause : now;
        if (next > now)
            return new() { Result = new ReconcileResult.RequeueAfter(next - now, "another node of the zone was given up just before") };

        var lost = waiting.MinBy(static node => (node.Condition(NodeState.Ready)!.LastTransitionTime, node.Metadata!.Name))!;
        return new()
        {
            Steps = [PlanStep.Of(Drive(lost, now))],
            Result = waiting.Count > 1
                ? new ReconcileResult.RequeueAfter(pause, "more nodes of the zone are lost")
                : ReconcileResult.Done.Instance,
        };
    }

    /// <summary>
    /// When a whole site is silent it is more likely cut off than gone, and when all are, it is most likely us: nobody's pods are
    /// driven away, and those whose time was already running are let be.
    /// </summary>
    private static Plan Spare(IReadOnlyList<Node> nodes) => Plan.Of(
    [
        .. nodes.Where(static node => node.Spec?.Taints?.Any(NodeTaints.IsEvicting) == true).Select(static node => new Write.Update<Node>(
            node with { Spec = node.Spec! with { Taints = [.. node.Spec.Taints!.Where(static taint => !NodeTaints.IsEvicting(taint))] } })),
    ]);

    private static bool IsToBeDriven(Node node) => !node.IsAutonomous() && node.Condition(NodeState.Ready) is not null
        && NodeTaints.Evicting(node.ReadyStatus()) is { } && node.Spec?.Taints?.Any(NodeTaints.IsEvicting) != true;

    private static Write.Update<Node> Drive(Node node, DateTimeOffset now)
    {
        var taint = new Taint { Key = NodeTaints.Evicting(node.ReadyStatus()), Effect = NodeTaints.NoExecute, TimeAdded = now };
        return new(node with { Spec = (node.Spec ?? new()) with { Taints = [.. node.Spec?.Taints ?? [], taint] } });
    }
}
