using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Selectors;

namespace CloudletK8s.Reconcilers.ReplicaSets;

/// <summary>A replica set or replication controller, and the pods that it might own.</summary>
/// <param name="Owner">The object itself, in its own type.</param>
/// <param name="Candidates">The owner's pods and the orphans of its namespace.</param>
/// <param name="Related">Pods of the sets that share an owner with this one: what makes a node crowded.</param>
/// <param name="IsTaken">Whether the namespace has a pod of this name.</param>
internal sealed record ReplicaView<TSet>(
    TSet Owner, IReadOnlyList<Pod> Candidates, IReadOnlyList<Pod> Related, Func<string, bool> IsTaken)
{
    public required int Replicas { get; init; }

    public required int MinReadySeconds { get; init; }

    public required LabelRequirements Selector { get; init; }

    public required PodTemplateSpec? Template { get; init; }
}
