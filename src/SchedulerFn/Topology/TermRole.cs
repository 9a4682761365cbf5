namespace CloudletK8s.SchedulerFn.Topology;

/// <param name="Weight">Of a preferred term: negative for anti-affinity. Zero for required ones.</param>
internal readonly record struct TermRole(TermKind Kind, int Weight);
