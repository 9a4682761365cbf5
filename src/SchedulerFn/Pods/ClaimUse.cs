namespace CloudletK8s.SchedulerFn.Pods;

/// <param name="Claim">The claim's name, in the pod's namespace.</param>
/// <param name="EphemeralOwner">For a volume that makes its own claim: the uid of the pod that must own it.</param>
public readonly record struct ClaimUse(string Claim, string? EphemeralOwner, string? PodName);
