using CloudletK8s.SchedulerFn.Evaluations;
using CloudletK8s.SchedulerFn.Nodes;
using CloudletK8s.SchedulerFn.Profiles;

namespace CloudletK8s.SchedulerFn.Scores;

/// <summary>
/// Prefers where the pod's data is: 100 for a node that its annotation names, 60 for a site that it names, and up to 60 for the share
/// of its bound volumes that stand at the node's site. The best of these counts.
/// </summary>
internal sealed class DataLocalityScore(EvaluationContext context, int weight) : NodeScore(PluginNames.DataLocality, weight)
{
    private const long SameSite = 60;

    public override long Version => context.Shape.Volumes.Claims.Count > 0 ? context.State.Storage.Version : 0;

    public static bool Concerns(EvaluationContext context) => context.Shape.DataLocality.Count > 0 || context.Shape.Volumes.Claims.Count > 0;

    public override long Score(int slot)
    {
        var node = context.Nodes.Facts[slot]!;
        var score = Volumes(node);
        foreach (var place in context.Shape.DataLocality)
        {
            if (place == node.Name)
                return Highest;
            if (node.IsAt(place))
                score = SameSite;
        }

        return score;
    }

    private long Volumes(NodeFacts node)
    {
        var volumes = context.Volumes.Bound;
        if (volumes.Count == 0)
            return 0;

        var here = 0;
        foreach (var volume in volumes)
            here += volume.Site is { } site && node.IsAt(site) ? 1 : 0;
        return SameSite * here / volumes.Count;
    }
}
