using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Policy.V1;

/// <summary>Asks to remove a pod from its node, provided disruption budgets allow it. Posted to the eviction subresource of the pod.</summary>
[WireKind("policy/v1")]
public sealed record Eviction
{
    /// <summary>Name and namespace of the pod that should be evicted.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Options for the deletion that the eviction triggers, such as a grace period.</summary>
    [Field(2)]
    public DeleteOptions? DeleteOptions { get; init; }
}
