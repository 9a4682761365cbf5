using CloudletK8s.Api.Autoscaling.V2;
using CloudletK8s.Api.Selectors;

namespace CloudletK8s.Reconcilers.Autoscaling.Metrics;

/// <summary>Where the autoscaler learns how loaded pods are. That there is no answer is an answer; calls may be repeated.</summary>
internal interface IMetricsReader
{
    /// <summary>The use of a resource, by pod.</summary>
    /// <param name="container">Null: all containers of a pod together.</param>
    ValueTask<MetricReading<Dictionary<string, PodSample>>> OfResource(
        string resource, string inNamespace, LabelRequirements selector, string? container, CancellationToken cancellationToken);

    /// <summary>A metric that pods tell of themselves, by pod.</summary>
    ValueTask<MetricReading<Dictionary<string, PodSample>>> OfPods(
        MetricIdentifier metric, string inNamespace, LabelRequirements selector, CancellationToken cancellationToken);

    /// <summary>A metric of one object, in thousandths; one value.</summary>
    ValueTask<MetricReading<long[]>> OfObject(
        MetricIdentifier metric, string inNamespace, CrossVersionObjectReference described, CancellationToken cancellationToken);

    /// <summary>A metric of something outside of the cluster, in thousandths; one value for each series.</summary>
    ValueTask<MetricReading<long[]>> OfOutside(MetricIdentifier metric, string inNamespace, CancellationToken cancellationToken);
}
