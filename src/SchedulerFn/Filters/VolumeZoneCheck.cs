using CloudletK8s.SchedulerFn.Evaluations;
using CloudletK8s.SchedulerFn.Nodes;
using CloudletK8s.SchedulerFn.Profiles;
using CloudletK8s.SchedulerFn.Volumes;

namespace CloudletK8s.SchedulerFn.Filters;

/// <summary>Volumes that name zones in their labels. A node that says nothing of where it stands may have them.</summary>
internal sealed class VolumeZoneCheck(EvaluationContext context) : NodeCheck(PluginNames.VolumeZone)
{
    public override long Version => context.State.Storage.Version;

    public override string? Prepare()
    {
        context.Volumes.Update();
        return context.Volumes.Missing ?? context.Volumes.Lost;
    }

    public override long Check(int slot)
    {
        var node = context.Nodes.Facts[slot]!;
        foreach (var volume in context.Volumes.Bound)
        {
            foreach (var (label, values) in volume.Zones)
            {
                if (!values.Contains(Value(node, label)) && SaysWhere(node))
                    return 1;
            }
        }

        return Passes;
    }

    public override bool IsUnresolvable(long code) => true;

    public override IReadOnlyList<string> Reasons(long code, int slot) => ["node(s) had no available volume zone"];

    private static bool SaysWhere(NodeFacts node)
    {
        foreach (var (label, _) in node.Labels)
        {
            if (KnownVolume.IsZoneLabel(label))
                return true;
        }

        return false;
    }

    /// <summary>Old names of labels go for the new ones.</summary>
    private static string? Value(NodeFacts node, string label)
    {
        if (node.Labels.TryGetValue(label, out var value))
            return value;
        var today = label == WellKnown.OldZone ? WellKnown.Zone : label == WellKnown.OldRegion ? WellKnown.Region : label;
        return node.Labels.TryGetValue(today, out value) ? value : null;
    }
}
