namespace CloudletK8s.Api.Values;

/// <summary>An amount with Kubernetes' suffixes ("500m", "2Gi").</summary>
public readonly record struct Quantity(string Text)
{
    public override string ToString() => Text;
}
