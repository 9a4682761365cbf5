namespace CloudletK8s.SchedulerFn.Pods;

/// <summary>Half of a SHA-256 over everything about a pod that its placement depends on. Equal keys mean equal shapes, also when somebody tries.</summary>
public readonly record struct ShapeKey(ulong High, ulong Low)
{
    public override string ToString() => $"{High:x16}{Low:x16}";
}
