using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Apps.V1;

/// <summary>Holds the desired state of a daemon set.</summary>
public sealed record DaemonSetSpec
{
    /// <summary>Labels that identify the pods this daemon set manages. They must match the labels in the pod template.</summary>
    [Field(1, Required = true, Always = true, Pointer = true)]
    public LabelSelector? Selector { get; init; }

    /// <summary>Blueprint of the daemon pod. Exactly one copy runs on each node that fits its node selector, or on every node without one.</summary>
    [Field(2, Required = true, Always = true)]
    public PodTemplateSpec? Template { get; init; }

    /// <summary>How existing daemon pods are replaced with new ones after a change.</summary>
    [Field(3, Always = true)]
    [Default(DefaultAttribute.EmptyObject)]
    public DaemonSetUpdateStrategy? UpdateStrategy { get; init; }

    /// <summary>Seconds a new pod has to stay ready without a container crash before it counts as available. Defaults to 0, which means immediately.</summary>
    [Field(4)]
    public int MinReadySeconds { get; init; }

    /// <summary>How many old revisions to keep around for rollbacks. Defaults to 10, and an explicit zero is honored.</summary>
    [Field(6)]
    [Default(10)]
    public int? RevisionHistoryLimit { get; init; }
}
