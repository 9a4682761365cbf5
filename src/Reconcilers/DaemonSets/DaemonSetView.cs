using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Selectors;

namespace CloudletK8s.Reconcilers.DaemonSets;

/// <summary>A daemon set, the nodes, and what the set might own.</summary>
/// <param name="Pods">The set's pods and the orphans of its namespace.</param>
/// <param name="Revisions">The set's revisions and the orphans of its namespace.</param>
/// <param name="RevisionNamed">The revision of this name in the namespace, whoever owns it.</param>
/// <param name="IsTaken">Whether the namespace has a pod of this name.</param>
/// <param name="Salt">Of the names of new pods.</param>
/// <param name="FailedUntil">Until when a failed pod on a node is left alone; null: it is not.</param>
internal sealed record DaemonSetView(
    DaemonSet Set,
    LabelRequirements Selector,
    IReadOnlyList<Node> Nodes,
    IReadOnlyList<Pod> Pods,
    IReadOnlyList<ControllerRevision> Revisions,
    Func<string, ControllerRevision?> RevisionNamed,
    Func<string, bool> IsTaken,
    long Salt,
    Func<string, DateTimeOffset?> FailedUntil);
