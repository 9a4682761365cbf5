namespace CloudletK8s.SchedulerFn.Pods;

public readonly record struct ResourceAmount(string Name, long Amount);
