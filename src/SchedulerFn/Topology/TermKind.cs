namespace CloudletK8s.SchedulerFn.Topology;

internal enum TermKind
{
    Required,
    RequiredAnti,
    Preferred,
}
