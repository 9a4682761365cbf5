using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Desired pod count, selector and template of a replication controller.</summary>
public sealed record ReplicationControllerSpec
{
    /// <summary>How many pods to keep running. Defaults to 1 when left out, while an explicit 0 is respected.</summary>
    [Field(1)]
    [Default(1)]
    public int? Replicas { get; init; }

    /// <summary>How many seconds a new pod must stay ready, with no container crash, before it counts as available. Defaults to 0, meaning as soon as it is ready.</summary>
    [Field(4)]
    public int MinReadySeconds { get; init; }

    /// <summary>Labels a pod must carry to be counted and controlled here. Defaults to the labels of the pod template when empty.</summary>
    [Field(2)]
    [Atomic]
    public IReadOnlyDictionary<string, string>? Selector { get; init; }

    /// <summary>Blueprint for pods created when too few exist, taking precedence over a TemplateRef. Its restartPolicy can only be Always.</summary>
    [Field(3)]
    public PodTemplateSpec? Template { get; init; }
}
