namespace CloudletK8s.SchedulerFn.Profiles;

public enum ScoringStrategy
{
    LeastAllocated,
    MostAllocated,
    RequestedToCapacityRatio,
}
