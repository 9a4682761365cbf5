using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Coordination.V1;

/// <summary>A lock with a holder and a renewal time, used for leader election and heartbeats.</summary>
[Kind("coordination.k8s.io/v1", "leases")]
public sealed record Lease : IApiObject
{
    /// <summary>Standard object metadata such as the name, namespace, labels and annotations.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Who holds the lease, since when and for how long.</summary>
    [Field(2, Always = true)]
    public LeaseSpec? Spec { get; init; }
}
