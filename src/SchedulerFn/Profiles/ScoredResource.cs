namespace CloudletK8s.SchedulerFn.Profiles;

public sealed record ScoredResource(string Name, long Weight);
