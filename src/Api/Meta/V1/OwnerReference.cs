using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Meta.V1;

/// <summary>Identifies an object that owns this one, which must be in the same namespace or cluster-scoped.</summary>
[Atomic]
public sealed record OwnerReference
{
    /// <summary>Group and version of the owner's API, for example apps/v1.</summary>
    [Field(5, Required = true, Always = true)]
    public string? ApiVersion { get; init; }

    /// <summary>Type of the owning object, for example ReplicaSet.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Kind { get; init; }

    /// <summary>Which object is the owner, by its object name.</summary>
    [Field(3, Required = true, Always = true)]
    public string? Name { get; init; }

    /// <summary>Unique identifier of the owner, telling it apart from later objects of the same name.</summary>
    [Field(4, Required = true, Always = true)]
    public string? Uid { get; init; }

    /// <summary>True if the owner is the controller that manages this object.</summary>
    [Field(6)]
    public bool? Controller { get; init; }

    /// <summary>When true, an owner in foreground deletion is kept until this reference is gone. Defaults to false.</summary>
    [Field(7)]
    public bool? BlockOwnerDeletion { get; init; }
}
