using CloudletK8s.Api.Core.V1;
using CloudletK8s.SchedulerFn.Evaluations;
using CloudletK8s.SchedulerFn.Profiles;

namespace CloudletK8s.SchedulerFn.Filters;

/// <summary>Cordoned nodes take only pods that tolerate it.</summary>
internal sealed class UnschedulableCheck(EvaluationContext context) : NodeCheck(PluginNames.NodeUnschedulable)
{
    private static readonly Taint Cordon = new() { Key = WellKnown.Unschedulable, Effect = WellKnown.NoSchedule };

    public static bool Concerns(EvaluationContext context) => !Taints.AreTolerated(Cordon, context.Shape.Tolerations);

    public override long Check(int slot) => context.Nodes.Facts[slot]!.IsUnschedulable ? 1 : Passes;

    public override bool IsUnresolvable(long code) => true;

    public override IReadOnlyList<string> Reasons(long code, int slot) => ["node(s) were unschedulable"];
}
