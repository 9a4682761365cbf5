using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.SchedulerFn.Pods;

/// <summary>Everything about a pod that decides where it may go, compiled once and shared by all pods that have it in common.</summary>
public sealed class PodShape
{
    public required ShapeKey Key { get; init; }

    public required string Namespace { get; init; }

    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    public int Priority { get; init; }

    /// <summary>preemptionPolicy Never: it waits rather than displace others.</summary>
    public bool NeverPreempts { get; init; }

    public required PodRequests Requests { get; init; }

    public RequiredNodes RequiredNodes { get; init; } = RequiredNodes.Any;

    public IReadOnlyList<PreferredNodes> PreferredNodes { get; init; } = [];

    public IReadOnlyList<Toleration> Tolerations { get; init; } = [];

    public IReadOnlyList<HostPort> HostPorts { get; init; } = [];

    /// <summary>Of all containers, init containers too, with their tags; an image counts as often as it is used.</summary>
    public IReadOnlyList<string> Images { get; init; } = [];

    public PodTerms Terms { get; init; } = PodTerms.None;

    public IReadOnlyList<SpreadConstraint> SpreadConstraints { get; init; } = [];

    public PodVolumes Volumes { get; init; } = PodVolumes.None;

    /// <summary>The controller that owns the pod, where there is one: default spreading reads its selector.</summary>
    public PodOwner? Owner { get; init; }

    /// <summary>The site that the annotation cloudlet.dev/pin-to-site names.</summary>
    public string? PinnedSite { get; init; }

    /// <summary>The nodes and sites that the annotation cloudlet.dev/data-locality names.</summary>
    public IReadOnlyList<string> DataLocality { get; init; } = [];

    /// <summary>A label selector asks this pod's labels.</summary>
    public string? Label(string key) => Labels.TryGetValue(key, out var value) ? value : null;
}
