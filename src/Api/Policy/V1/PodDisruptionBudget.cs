using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Policy.V1;

/// <summary>Caps how many pods of a group may be taken down at once by voluntary disruptions.</summary>
[Kind("policy/v1", "poddisruptionbudgets", ShortNames = ["pdb"])]
[Subresource("status", "get,patch,update")]
public sealed record PodDisruptionBudget : IApiObject
{
    /// <summary>Standard object metadata: name, namespace, labels, annotations and system-set bookkeeping.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>States which pods are protected and how much disruption they tolerate.</summary>
    [Field(2, Always = true)]
    public PodDisruptionBudgetSpec? Spec { get; init; }

    /// <summary>Latest pod counts and allowed disruptions as computed by the disruption controller.</summary>
    [Field(3, Always = true)]
    public PodDisruptionBudgetStatus? Status { get; init; }
}
