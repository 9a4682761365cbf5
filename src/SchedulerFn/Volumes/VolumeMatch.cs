using CloudletK8s.SchedulerFn.Pods;

namespace CloudletK8s.SchedulerFn.Volumes;

public sealed record VolumeMatch(PodName Claim, string Volume);
