namespace CloudletK8s.SchedulerFn.Placements;

/// <param name="Score">From 0 to 100, after normalization over all nodes that could run the pod.</param>
public readonly record struct PluginScore(string Plugin, long Score, int Weight)
{
    public long Weighted => Score * Weight;
}
