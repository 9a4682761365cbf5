using CloudletK8s.SchedulerFn.Pods;
using CloudletK8s.SchedulerFn.Topology;

namespace CloudletK8s.SchedulerFn.Clusters;

/// <summary>What a shape means in one cluster state: the numbers of its resources and the counters that its pods move.</summary>
internal sealed class ShapeUse(PodShape shape, int[] otherResources)
{
    public PodShape Shape { get; } = shape;

    /// <summary>The resources of <see cref="PodRequests.Others"/>, in that order.</summary>
    public int[] OtherResources { get; } = otherResources;

    /// <summary>Placed pods and cached evaluations of this shape.</summary>
    public int References { get; set; }

    /// <summary>Counters whose selector these pods match.</summary>
    public List<MatchCounter> Matches { get; } = [];

    /// <summary>The affinity terms that these pods carry.</summary>
    public List<CarriedTerm> Carries { get; } = [];
}
