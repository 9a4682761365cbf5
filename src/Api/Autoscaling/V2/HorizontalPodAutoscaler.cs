using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Autoscaling.V2;

/// <summary>Adjusts the replica count of any resource with a scale subresource automatically, based on metrics.</summary>
[Kind("autoscaling/v2", "horizontalpodautoscalers", ShortNames = ["hpa"], Categories = ["all"])]
[Subresource("status", "get,patch,update")]
public sealed record HorizontalPodAutoscaler : IApiObject
{
    /// <summary>Usual object metadata, such as the autoscaler's name, namespace and labels.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>What to scale, within which limits and by which metrics.</summary>
    [Field(2, Always = true)]
    public HorizontalPodAutoscalerSpec? Spec { get; init; }

    /// <summary>Replica counts, metrics and conditions the autoscaler last recorded.</summary>
    [Field(3, Always = true)]
    public HorizontalPodAutoscalerStatus? Status { get; init; }
}
