namespace CloudletK8s.SchedulerFn.Profiles;

public sealed record InterPodAffinityArguments
{
    /// <summary>What it is worth to be near a pod that requires to be near this one.</summary>
    public int HardPodAffinityWeight { get; init; } = 1;

    public bool IgnorePreferredTermsOfExistingPods { get; init; }
}
