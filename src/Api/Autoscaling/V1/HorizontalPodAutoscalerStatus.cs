using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Autoscaling.V1;

/// <summary>Reports the current state of a horizontal pod autoscaler.</summary>
public sealed record HorizontalPodAutoscalerStatus
{
    /// <summary>Latest generation of the object that the autoscaler has acted on.</summary>
    [Field(1)]
    public long? ObservedGeneration { get; init; }

    /// <summary>When the autoscaler last changed the number of pods, which it uses to limit how often it does so.</summary>
    [Field(2)]
    public DateTimeOffset? LastScaleTime { get; init; }

    /// <summary>How many pod replicas the autoscaler manages at present.</summary>
    [Field(3, Required = true, Always = true)]
    public int CurrentReplicas { get; init; }

    /// <summary>How many pod replicas the autoscaler wants to have.</summary>
    [Field(4, Required = true, Always = true)]
    public int DesiredReplicas { get; init; }

    /// <summary>Average CPU load over all pods right now, in percent of the requested CPU. For example, 70 means that 70% is in use.</summary>
    [Field(5)]
    public int? CurrentCPUUtilizationPercentage { get; init; }
}
