namespace CloudletK8s.SchedulerFn.Profiles;

public sealed record UtilizationPoint(int Utilization, int Score);
