using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Autoscaling.V2;

/// <summary>Holds the desired behavior of an autoscaler.</summary>
public sealed record HorizontalPodAutoscalerSpec
{
    /// <summary>Points to the resource whose pods are measured and whose replica count is changed.</summary>
    [Field(1, Required = true, Always = true)]
    public CrossVersionObjectReference? ScaleTargetRef { get; init; }

    /// <summary>Fewest replicas to keep when scaling down, 1 by default. Zero requires the alpha gate HPAScaleToZero and at least one Object or External metric.</summary>
    [Field(2)]
    [Default(1)]
    public int? MinReplicas { get; init; }

    /// <summary>Most replicas the autoscaler may scale up to. Must not be less than minReplicas.</summary>
    [Field(3, Required = true, Always = true)]
    public int MaxReplicas { get; init; }

    /// <summary>Sources from which the desired replica count is calculated. If there are several, the highest resulting count is used.</summary>
    [Field(4)]
    public IReadOnlyList<MetricSpec>? Metrics { get; init; }

    /// <summary>Fine-tunes scaling up and scaling down separately. When unset, the default HPAScalingRules apply in both directions.</summary>
    [Field(5)]
    public HorizontalPodAutoscalerBehavior? Behavior { get; init; }
}
