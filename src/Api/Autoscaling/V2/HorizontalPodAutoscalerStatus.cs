using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Autoscaling.V2;

/// <summary>Reports the current state of an autoscaler.</summary>
public sealed record HorizontalPodAutoscalerStatus
{
    /// <summary>Latest generation of the autoscaler object that has been processed.</summary>
    [Field(1)]
    public long? ObservedGeneration { get; init; }

    /// <summary>When the pod count was last changed by the autoscaler, which paces further changes by it.</summary>
    [Field(2)]
    public DateTimeOffset? LastScaleTime { get; init; }

    /// <summary>How many pod replicas the autoscaler saw when it last looked.</summary>
    [Field(3)]
    public int CurrentReplicas { get; init; }

    /// <summary>How many pod replicas the autoscaler wants, by its last calculation.</summary>
    [Field(4, Required = true, Always = true)]
    public int DesiredReplicas { get; init; }

    /// <summary>Metric values the autoscaler has read most recently.</summary>
    [Field(5, Always = true)]
    public IReadOnlyList<MetricStatus>? CurrentMetrics { get; init; }

    /// <summary>What the autoscaler needs in order to scale its target, and whether each is met.</summary>
    [Field(6)]
    [List(ListMerge.Map, "type")]
    [Patch(Merge = true, MergeKey = "type")]
    public IReadOnlyList<HorizontalPodAutoscalerCondition>? Conditions { get; init; }
}
