using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Apps.V1;

/// <summary>Holds the desired state of a StatefulSet.</summary>
public sealed record StatefulSetSpec
{
    /// <summary>How many pods to run from the template, each with its own lasting identity. Defaults to 1.</summary>
    [Field(1)]
    [Default(1)]
    public int? Replicas { get; init; }

    /// <summary>Labels that identify the pods counted as replicas of this set. They must match the pod template's labels.</summary>
    [Field(2, Required = true, Always = true, Pointer = true)]
    public LabelSelector? Selector { get; init; }

    /// <summary>Blueprint for the pods that get created when replicas are missing. Each pod still has an identity of its own.</summary>
    [Field(3, Required = true, Always = true)]
    public PodTemplateSpec? Template { get; init; }

    /// <summary>Claims that pods of the set may reference. The controller maps them to pods so that each pod keeps its storage identity.</summary>
    [Field(4)]
    public IReadOnlyList<PersistentVolumeClaim>? VolumeClaimTemplates { get; init; }

    /// <summary>Service that provides the network identity of the set and has to exist before it. Pod DNS names contain this name.</summary>
    [Field(5, Required = true, Always = true)]
    public string? ServiceName { get; init; }

    /// <summary>Order in which pods are created, replaced and scaled down. With the default OrderedReady, pods are created one after another in increasing order.</summary>
    [Field(6)]
    [Enum("OrderedReady", "Parallel")]
    [Default("OrderedReady")]
    public string? PodManagementPolicy { get; init; }

    /// <summary>How pods are brought up to date after the template is revised.</summary>
    [Field(7, Always = true)]
    [Default(DefaultAttribute.EmptyObject)]
    public StatefulSetUpdateStrategy? UpdateStrategy { get; init; }

    /// <summary>Most revisions to keep in the history, not counting versions currently applied. Defaults to 10.</summary>
    [Field(8)]
    [Default(10)]
    public int? RevisionHistoryLimit { get; init; }

    /// <summary>Seconds a new pod has to remain ready with no crashing container until it counts as available. Defaults to 0.</summary>
    [Field(9)]
    public int MinReadySeconds { get; init; }

    /// <summary>Governs how long claims made from volumeClaimTemplates live. By default they are created when needed and kept until deleted by hand.</summary>
    [Field(10)]
    [Default(DefaultAttribute.EmptyObject)]
    public StatefulSetPersistentVolumeClaimRetentionPolicy? PersistentVolumeClaimRetentionPolicy { get; init; }

    /// <summary>Changes how replicas are numbered. By default the first gets index 0 and each further replica the next higher number.</summary>
    [Field(11)]
    public StatefulSetOrdinals? Ordinals { get; init; }
}
