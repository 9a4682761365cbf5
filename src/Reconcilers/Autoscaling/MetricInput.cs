using CloudletK8s.Api.Autoscaling.V2;
using CloudletK8s.Reconcilers.Autoscaling.Metrics;

namespace CloudletK8s.Reconcilers.Autoscaling;

/// <summary>One of an autoscaler's metrics and what was read for it.</summary>
/// <param name="Samples">Of metrics by pod.</param>
/// <param name="Values">Of others.</param>
/// <param name="Error">Why nothing was read; null: something was, or the metric is of no known type.</param>
internal sealed record MetricInput(MetricSpec Spec, Dictionary<string, PodSample>? Samples, long[]? Values, string? Error);
