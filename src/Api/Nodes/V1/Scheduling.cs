using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Nodes.V1;

/// <summary>Steers pods of a RuntimeClass to the nodes that are able to run them.</summary>
public sealed record Scheduling
{
    /// <summary>Labels a node must carry to run pods of the class. Merged into the pod's own node selector; a conflict causes the pod to be rejected.</summary>
    [Field(1)]
    [Atomic]
    public IReadOnlyDictionary<string, string>? NodeSelector { get; init; }

    /// <summary>Added at admission, without duplicates, to the tolerations that pods of this class already have.</summary>
    [Field(2)]
    public IReadOnlyList<Toleration>? Tolerations { get; init; }
}
