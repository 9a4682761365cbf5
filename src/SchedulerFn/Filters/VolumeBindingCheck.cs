using CloudletK8s.SchedulerFn.Evaluations;
using CloudletK8s.SchedulerFn.Profiles;

namespace CloudletK8s.SchedulerFn.Filters;

/// <summary>Whether the pod's bound volumes can be reached from the node, and the others be had there. The code is a set of bits.</summary>
internal sealed class VolumeBindingCheck(EvaluationContext context) : NodeCheck(PluginNames.VolumeBinding)
{
    private const long OutOfReach = 1;
    private const long NotFound = 2;
    private const long NoRoom = 4;
    private const long Gone = 8;

    public override long Version => context.State.Storage.Version;

    public override string? Prepare()
    {
        context.Volumes.Update();
        return context.Volumes.Missing ?? context.Volumes.Unusable;
    }

    public override long Check(int slot)
    {
        var node = context.Nodes.Facts[slot]!;
        var code = context.Volumes.Lost is null ? 0 : Gone;
        foreach (var volume in context.Volumes.Bound)
        {
            if (!volume.Nodes.Match(node.Name, node.Labels))
                code |= OutOfReach;
        }

        if (context.Volumes.ToBind.Count == 0)
            return code;

        var (found, room) = context.Volumes.Find(node);
        return code | (found ? 0 : NotFound) | (room ? 0 : NoRoom);
    }

    public override bool IsUnresolvable(long code) => true;

    public override IReadOnlyList<string> Reasons(long code, int slot)
    {
        var reasons = new List<string>();
        if ((code & OutOfReach) != 0)
            reasons.Add("node(s) had volume node affinity conflict");
        if ((code & NotFound) != 0)
            reasons.Add("node(s) didn't find available persistent volumes to bind");
        if ((code & NoRoom) != 0)
            reasons.Add("node(s) did not have enough free storage");
        if ((code & Gone) != 0)
            reasons.Add("node(s) unavailable due to one or more pvc(s) bound to non-existent pv(s)");
        return reasons;
    }
}
