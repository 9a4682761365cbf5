namespace CloudletK8s.SchedulerFn.Pods;

public readonly record struct WeightedTerm(AffinityTerm Term, int Weight);
