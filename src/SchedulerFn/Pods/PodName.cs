namespace CloudletK8s.SchedulerFn.Pods;

public readonly record struct PodName(string Namespace, string Name)
{
    public override string ToString() => $"{Namespace}/{Name}";
}
