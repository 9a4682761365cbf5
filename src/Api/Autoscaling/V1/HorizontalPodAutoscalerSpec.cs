using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Autoscaling.V1;

/// <summary>Holds the desired behavior of a horizontal pod autoscaler.</summary>
public sealed record HorizontalPodAutoscalerSpec
{
    /// <summary>Points to the workload to scale. Its resource consumption is measured, and its Scale subresource receives the new pod count.</summary>
    [Field(1, Required = true, Always = true)]
    public CrossVersionObjectReference? ScaleTargetRef { get; init; }

    /// <summary>Fewest replicas to scale down to, 1 by default. Zero needs the alpha gate HPAScaleToZero and at least one Object or External metric.</summary>
    [Field(2)]
    [Default(1)]
    public int? MinReplicas { get; init; }

    /// <summary>Most pods the autoscaler may set. Must not be smaller than minReplicas.</summary>
    [Field(3, Required = true, Always = true)]
    public int MaxReplicas { get; init; }

    /// <summary>Average CPU load to aim for over all pods, in percent of the requested CPU. When unset, the default autoscaling policy applies.</summary>
    [Field(4)]
    public int? TargetCPUUtilizationPercentage { get; init; }
}
