namespace CloudletK8s.SchedulerFn.Profiles;

public sealed record ScorePlugin(string Name, int Weight);
