using CloudletK8s.Api.Autoscaling.V2;
using CloudletK8s.Api.Selectors;
using CloudletK8s.Reconcilers.Autoscaling.Metrics;

namespace CloudletK8s.Reconcilers.Tests.Autoscaling;

/// <summary>Loads that a test sets.</summary>
internal sealed class FakeMetrics(TimeProvider time) : IMetricsReader
{
    /// <summary>Thousandths by pod, of every resource and pod metric; null: there is no such API.</summary>
    public Dictionary<string, long>? Pods { get; set; }

    /// <summary>Thousandths of every other metric.</summary>
    public long? Outside { get; set; }

    public ValueTask<MetricReading<Dictionary<string, PodSample>>> OfResource(
        string resource, string inNamespace, LabelRequirements selector, string? container, CancellationToken cancellationToken) => OfPods();

    public ValueTask<MetricReading<Dictionary<string, PodSample>>> OfPods(
        MetricIdentifier metric, string inNamespace, LabelRequirements selector, CancellationToken cancellationToken) => OfPods();

    public ValueTask<MetricReading<long[]>> OfObject(
        MetricIdentifier metric, string inNamespace, CrossVersionObjectReference described, CancellationToken cancellationToken) => Others();

    public ValueTask<MetricReading<long[]>> OfOutside(MetricIdentifier metric, string inNamespace, CancellationToken cancellationToken) => Others();

    private ValueTask<MetricReading<Dictionary<string, PodSample>>> OfPods() => new(Pods is null
        ? MetricReading<Dictionary<string, PodSample>>.Failed("no metrics returned from resource metrics API")
        : MetricReading<Dictionary<string, PodSample>>.Of(Pods.ToDictionary(pod => pod.Key, pod => new PodSample(pod.Value, time.GetUtcNow(), TimeSpan.FromSeconds(30)))));

    private ValueTask<MetricReading<long[]>> Others() => new(Outside is { } value
        ? MetricReading<long[]>.Of([value])
        : MetricReading<long[]>.Failed("no metrics returned from external metrics API"));
}
