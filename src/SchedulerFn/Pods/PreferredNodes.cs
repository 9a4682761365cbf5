namespace CloudletK8s.SchedulerFn.Pods;

public sealed record PreferredNodes(NodeTerm Term, int Weight);
