using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Metrics.V1Beta1;

/// <summary>What a node used over a recent window.</summary>
[Kind("metrics.k8s.io/v1beta1", "nodes", ClusterScoped = true, Verbs = "get,list")]
public sealed record NodeMetrics : IApiObject
{
    /// <summary>Name and labels of the node that was measured.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>End of the window over which the usage was averaged.</summary>
    [Field(2, Required = true, Always = true)]
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>Length of the window over which the usage was averaged.</summary>
    [Field(3, Required = true, Always = true)]
    public TimeSpan? Window { get; init; }

    /// <summary>Average use of each resource, such as cpu and memory.</summary>
    [Field(4, Required = true, Always = true)]
    public IReadOnlyDictionary<string, Quantity>? Usage { get; init; }
}
