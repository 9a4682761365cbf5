using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Autoscaling.V2;

/// <summary>Sets separate scaling rules for both directions, up and down.</summary>
public sealed record HorizontalPodAutoscalerBehavior
{
    /// <summary>Rules for adding pods. The default permits 4 more pods or twice the pods per 60 seconds, whichever is higher, without stabilization.</summary>
    [Field(1)]
    public HPAScalingRules? ScaleUp { get; init; }

    /// <summary>Rules for removing pods. By default, scaling down to minReplicas is allowed, with a stabilization window of 300 seconds.</summary>
    [Field(2)]
    public HPAScalingRules? ScaleDown { get; init; }
}
