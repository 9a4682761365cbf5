using CloudletK8s.SchedulerFn.Pods;

namespace CloudletK8s.SchedulerFn.Volumes;

/// <summary>What is to be done about a pod's claims before it can be bound to the node.</summary>
public sealed record VolumeDecisions
{
    public static VolumeDecisions None { get; } = new();

    /// <summary>Claims that get an existing volume: bind the volume to the claim.</summary>
    public IReadOnlyList<VolumeMatch> Matches { get; init; } = [];

    /// <summary>Claims to be provisioned: annotate them with volume.kubernetes.io/selected-node, then wait until they are bound.</summary>
    public IReadOnlyList<PodName> Provisions { get; init; } = [];

    public bool AreNone => Matches.Count == 0 && Provisions.Count == 0;
}
