using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Autoscaling.V1;

/// <summary>Adjusts the number of pods of a workload to its CPU load.</summary>
[Kind("autoscaling/v1", "horizontalpodautoscalers", ShortNames = ["hpa"], Categories = ["all"], StoredAs = "autoscaling/v2")]
[Subresource("status", "get,patch,update")]
public sealed record HorizontalPodAutoscaler : IApiObject
{
    /// <summary>Usual object metadata, such as the name, namespace and labels of the autoscaler.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>What to scale, within which limits and at which CPU load.</summary>
    [Field(2, Always = true)]
    public HorizontalPodAutoscalerSpec? Spec { get; init; }

    /// <summary>Replica counts and CPU load the autoscaler last worked with.</summary>
    [Field(3, Always = true)]
    public HorizontalPodAutoscalerStatus? Status { get; init; }
}
