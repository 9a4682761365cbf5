using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Apps.V1;

/// <summary>Holds the desired state of a ReplicaSet.</summary>
public sealed record ReplicaSetSpec
{
    /// <summary>How many pods the set should maintain. Defaults to 1 when unset, while an explicit zero is respected.</summary>
    [Field(1)]
    [Default(1)]
    public int? Replicas { get; init; }

    /// <summary>Seconds without a container crash that a new pod has to be ready before it is considered available. Defaults to 0.</summary>
    [Field(4)]
    public int MinReadySeconds { get; init; }

    /// <summary>Labels a pod needs to be counted and controlled by this set. They must match the pod template's labels.</summary>
    [Field(2, Required = true, Always = true, Pointer = true)]
    public LabelSelector? Selector { get; init; }

    /// <summary>Blueprint for the pods that get created when there are too few replicas.</summary>
    [Field(3, Always = true)]
    public PodTemplateSpec? Template { get; init; }
}
