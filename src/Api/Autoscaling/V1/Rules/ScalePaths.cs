namespace CloudletK8s.Api.Autoscaling.V1.Rules;

/// <summary>Where a kind keeps what its scale subresource shows, as member names joined by dots (".spec.replicas").</summary>
/// <param name="Selector">A text, a label selector or a map of labels; null: the kind has none.</param>
public sealed record ScalePaths(string SpecReplicas, string StatusReplicas, string? Selector)
{
    /// <summary>Deployments, replica sets, stateful sets and replication controllers.</summary>
    public static ScalePaths BuiltIn { get; } = new(".spec.replicas", ".status.replicas", ".spec.selector");
}
