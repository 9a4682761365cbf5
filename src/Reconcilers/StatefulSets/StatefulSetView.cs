using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Selectors;

namespace CloudletK8s.Reconcilers.StatefulSets;

/// <summary>A stateful set and what it might own.</summary>
/// <param name="Pods">The set's pods, and the orphans that have a name of its pods.</param>
/// <param name="Revisions">The set's revisions and the orphans of its namespace.</param>
/// <param name="RevisionNamed">The revision of this name in the namespace, whoever owns it.</param>
/// <param name="ClaimNamed">The claim of this name in the namespace.</param>
internal sealed record StatefulSetView(
    StatefulSet Set,
    LabelRequirements Selector,
    IReadOnlyList<Pod> Pods,
    IReadOnlyList<ControllerRevision> Revisions,
    Func<string, ControllerRevision?> RevisionNamed,
    Func<string, PersistentVolumeClaim?> ClaimNamed);
