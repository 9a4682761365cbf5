using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Autoscaling.V2;

/// <summary>Most recent reading the autoscaler took for one metric.</summary>
public sealed record MetricStatus
{
    /// <summary>Tells which sibling field carries the reading: "ContainerResource", "External", "Object", "Pods" or "Resource".</summary>
    [Field(1, Required = true, Always = true)]
    public string? Type { get; init; }

    /// <summary>Reading of a metric attached to one particular Kubernetes object, such as the request rate of an Ingress.</summary>
    [Field(2)]
    public ObjectMetricStatus? Object { get; init; }

    /// <summary>Reading of a per-pod metric of the scale target, averaged over all pods before it is compared with the target.</summary>
    [Field(3)]
    public PodsMetricStatus? Pods { get; init; }

    /// <summary>Reading of a built-in resource such as CPU or memory, taken for each whole pod of the scale target.</summary>
    [Field(4)]
    public ResourceMetricStatus? Resource { get; init; }

    /// <summary>Reading of a built-in resource such as CPU or memory, taken for one container across the pods being scaled.</summary>
    [Field(7)]
    public ContainerResourceMetricStatus? ContainerResource { get; init; }

    /// <summary>Reading of a metric that originates outside the cluster, such as a cloud queue length, and belongs to no Kubernetes object.</summary>
    [Field(5)]
    public ExternalMetricStatus? External { get; init; }
}
