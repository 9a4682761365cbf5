using CloudletK8s.SchedulerFn.Clusters;
using CloudletK8s.SchedulerFn.Nodes;
using CloudletK8s.SchedulerFn.Pods;
using CloudletK8s.SchedulerFn.Profiles;
using CloudletK8s.SchedulerFn.Volumes;

namespace CloudletK8s.SchedulerFn.Evaluations;

/// <summary>What checks and scores are bound to.</summary>
internal sealed class EvaluationContext(ClusterState state, ShapeUse use, SchedulerProfile profile, string? nodeName)
{
    public ClusterState State { get; } = state;

    public NodeTable Nodes { get; } = state.Nodes;

    public ShapeUse Use { get; } = use;

    public PodShape Shape { get; } = use.Shape;

    public SchedulerProfile Profile { get; } = profile;

    /// <summary>The node that the pod itself names.</summary>
    public string? NodeName { get; } = nodeName;

    /// <summary>The pod's claims and what they are bound to; the volume checks share it.</summary>
    public VolumePlan Volumes { get; } = new(state, use.Shape);
}
