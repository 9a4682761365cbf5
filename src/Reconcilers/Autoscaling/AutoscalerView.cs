using CloudletK8s.Api.Autoscaling.V1;
using CloudletK8s.Api.Core.V1;
using HorizontalPodAutoscaler = CloudletK8s.Api.Autoscaling.V2.HorizontalPodAutoscaler;

namespace CloudletK8s.Reconcilers.Autoscaling;

/// <param name="Scale">Null: it could not be had.</param>
/// <param name="ScaleError">Why not.</param>
/// <param name="Selector">What is wrong with the selector of the scale; null: nothing.</param>
/// <param name="Pods">The pods of the target.</param>
internal sealed record AutoscalerView(
    HorizontalPodAutoscaler Autoscaler, Scale? Scale, string? ScaleError, SelectorProblem? Selector,
    IReadOnlyList<Pod> Pods, IReadOnlyList<MetricInput> Metrics, ScalingMemory Memory);
