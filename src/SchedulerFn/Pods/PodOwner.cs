namespace CloudletK8s.SchedulerFn.Pods;

public sealed record PodOwner(string ApiVersion, string Kind, string Name);
