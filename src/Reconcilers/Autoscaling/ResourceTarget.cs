using CloudletK8s.Api.Autoscaling.V2;

namespace CloudletK8s.Reconcilers.Autoscaling;

/// <param name="Container">Null: whole pods.</param>
internal sealed record ResourceTarget(string Resource, string? Container, MetricTarget Target)
{
    /// <summary>"cpu resource", "cpu container resource".</summary>
    public string Name => Container is null ? $"{Resource} resource" : $"{Resource} container resource";

    public string FailureReason => Container is null ? "FailedGetResourceMetric" : "FailedGetContainerResourceMetric";
}
