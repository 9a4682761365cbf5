using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Autoscaling.V2;

/// <summary>Describes one metric to scale on. Set the type and exactly one other field that matches it.</summary>
public sealed record MetricSpec
{
    /// <summary>Which metric source is used, one of "ContainerResource", "External", "Object", "Pods" or "Resource". The field of that name has to be set as well.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Type { get; init; }

    /// <summary>Scales on a metric of one Kubernetes object, for example the hits per second on an Ingress.</summary>
    [Field(2)]
    public ObjectMetricSource? Object { get; init; }

    /// <summary>Scales on a metric of each target pod, such as transactions processed per second. Values are averaged before the comparison with the target.</summary>
    [Field(3)]
    public PodsMetricSource? Pods { get; init; }

    /// <summary>Scales on a built-in resource metric, such as CPU or memory, of each target pod.</summary>
    [Field(4)]
    public ResourceMetricSource? Resource { get; init; }

    /// <summary>Scales on a built-in resource metric, such as CPU or memory, of a single container in each target pod.</summary>
    [Field(7)]
    public ContainerResourceMetricSource? ContainerResource { get; init; }

    /// <summary>Scales on a global metric from outside the cluster's objects, for example the queue length of a cloud messaging service.</summary>
    [Field(5)]
    public ExternalMetricSource? External { get; init; }
}
