namespace CloudletK8s.SchedulerFn.Pods;

/// <summary>The volumes of a pod that matter to where it can go.</summary>
public sealed record PodVolumes
{
    public static PodVolumes None { get; } = new();

    public IReadOnlyList<ClaimUse> Claims { get; init; } = [];

    public IReadOnlyList<LegacyDisk> Disks { get; init; } = [];

    public bool AreNone => Claims.Count == 0 && Disks.Count == 0;
}
