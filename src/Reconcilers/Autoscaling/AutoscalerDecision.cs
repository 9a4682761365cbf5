using CloudletK8s.Api.Autoscaling.V2;
using CloudletK8s.ControllerRuntime.Events;

namespace CloudletK8s.Reconcilers.Autoscaling;

/// <summary>What becomes of an autoscaler and its target.</summary>
/// <param name="Status">Before it is known whether the target could be scaled.</param>
/// <param name="Rescale">The new size and why; null: the target stays as it is.</param>
/// <param name="Memory">To be kept.</param>
internal sealed record AutoscalerDecision(
    HorizontalPodAutoscalerStatus Status, IReadOnlyList<EventNote> Told, (int Replicas, string Reason)? Rescale, ScalingMemory Memory);
