using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Metrics.V1Beta1;

/// <summary>What the containers of a pod used over a recent window.</summary>
[Kind("metrics.k8s.io/v1beta1", "pods", Verbs = "get,list")]
public sealed record PodMetrics : IApiObject
{
    /// <summary>Name, namespace and labels of the pod that was measured.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>End of the window over which the usage was averaged.</summary>
    [Field(2, Required = true, Always = true)]
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>Length of the window over which the usage was averaged.</summary>
    [Field(3, Required = true, Always = true)]
    public TimeSpan? Window { get; init; }

    /// <summary>One entry for each container that ran in the window.</summary>
    [Field(4, Required = true, Always = true)]
    public IReadOnlyList<ContainerMetrics>? Containers { get; init; }
}
