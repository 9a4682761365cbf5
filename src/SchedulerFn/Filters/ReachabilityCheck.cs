using CloudletK8s.Api.Core.V1;
using CloudletK8s.SchedulerFn.Evaluations;
using CloudletK8s.SchedulerFn.Profiles;

namespace CloudletK8s.SchedulerFn.Filters;

/// <summary>
/// What a node that has not been heard of had to offer is not there, whether or not its taint has been set yet. Sites are counted
/// apart, because an uplink takes a whole site away.
/// </summary>
internal sealed class ReachabilityCheck(EvaluationContext context) : NodeCheck(PluginNames.NodeReachability)
{
    private static readonly Taint Silence = new() { Key = WellKnown.Unreachable, Effect = WellKnown.NoSchedule };
    private readonly List<string> _sites = [];

    public static bool Concerns(EvaluationContext context) => !Taints.AreTolerated(Silence, context.Shape.Tolerations);

    public override long Check(int slot)
    {
        var node = context.Nodes.Facts[slot]!;
        return node.IsSilent ? Code(node.Site ?? "") : Passes;
    }

    public override bool IsUnresolvable(long code) => true;

    public override IReadOnlyList<string> Reasons(long code, int slot) =>
        [_sites[(int)code - 1] is { Length: > 0 } site ? $"node(s) at site {site} were unreachable" : "node(s) were unreachable"];

    private long Code(string site)
    {
        var at = _sites.IndexOf(site);
        if (at < 0)
        {
            at = _sites.Count;
            _sites.Add(site);
        }

        return at + 1;
    }
}
