using CloudletK8s.Api.Core.V1;
using CloudletK8s.Reconcilers.Pods;

namespace CloudletK8s.Reconcilers.DaemonSets;

/// <summary>Replaces pods of older templates, node by node.</summary>
internal static class DaemonRollout
{
    public static void Step(DaemonWork work)
    {
        if (work.Set.Spec!.UpdateStrategy?.Type != "RollingUpdate")
            return;

        var nodes = work.Nodes.Count(node => node.Fit.ShouldRun);
        var (surge, unavailable) = (work.MaxSurge(nodes), work.MaxUnavailable(nodes));

        // Percentages of few nodes may both come to nothing, and then nothing could ever move.
        if (surge > 0)
            Surge(work, surge);
        else
            Replace(work, unavailable == 0 ? 1 : unavailable);
    }

    private static void Replace(DaemonWork work, int most)
    {
        var gone = 0;
        var candidates = new List<Pod>();
        foreach (var (_, pods) in Nodes(work))
        {
            switch (Split(work, pods))
            {
                case (null, { } old) when !work.IsAvailable(old):
                    work.Delete(old);
                    gone++;
                    break;
                case (null, { } old):
                    candidates.Add(old);
                    break;
                case ({ } young, null) when work.IsAvailable(young):
                    break;
                default:
                    gone++;
                    break;
            }
        }

        foreach (var old in candidates.Take(Math.Max(0, most - gone)))
            work.Delete(old);
    }

    private static void Surge(DaemonWork work, int most)
    {
        var surging = 0;
        var candidates = new List<string>();
        foreach (var (node, pods) in Nodes(work))
        {
            switch (Split(work, pods))
            {
                case (null, { } old) when !work.IsAvailable(old):
                    work.Make(node);
                    break;
                case (null, { }):
                    candidates.Add(node);
                    break;
                case ({ } young, { } old) when work.IsAvailable(young):
                    work.Delete(old);
                    break;
                case ({ }, { }):
                    surging++;
                    break;
            }
        }

        foreach (var node in candidates.Take(Math.Max(0, most - surging)))
            work.Make(node);
    }

    /// <summary>Nodes that keep their daemon, in an order that is the same for everybody.</summary>
    private static IEnumerable<(string Node, IReadOnlyList<Pod> Pods)> Nodes(DaemonWork work) => work.Nodes
        .Where(node => node.Fit.ShouldContinue && work.ByNode.ContainsKey(node.Name))
        .Select(node => (node.Name, work.On(node.Name)));

    private static (Pod? Young, Pod? Old) Split(DaemonWork work, IReadOnlyList<Pod> pods)
    {
        var there = pods.Where(pod => !pod.IsTerminating()).ToList();
        return (there.Find(work.IsUpdated), there.Find(pod => !work.IsUpdated(pod)));
    }
}
