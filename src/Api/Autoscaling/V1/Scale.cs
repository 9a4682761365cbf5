using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Autoscaling.V1;

/// <summary>Reads or sets the number of replicas of a scalable resource.</summary>
[WireKind("autoscaling/v1")]
public sealed record Scale
{
    /// <summary>Usual object metadata, identifying the object that is scaled.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Desired scale, that is, the number of instances wanted.</summary>
    [Field(2, Always = true)]
    public ScaleSpec? Spec { get; init; }

    /// <summary>Observed scale at the moment, which cannot be written.</summary>
    [Field(3, Always = true)]
    public ScaleStatus? Status { get; init; }
}
