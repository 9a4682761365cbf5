using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Api.Selectors;

namespace CloudletK8s.Reconcilers.Deployments;

/// <summary>A deployment and the replica sets that it might own.</summary>
/// <param name="Candidates">The deployment's sets and the orphans of its namespace.</param>
/// <param name="Named">The set of this name in the namespace, whoever owns it.</param>
/// <param name="HasLivePods">Whether a set has pods that have not ended; asked only when old pods must be gone before new ones come.</param>
internal sealed record DeploymentView(
    Deployment Deployment,
    LabelRequirements Selector,
    IReadOnlyList<ReplicaSet> Candidates,
    Func<string, ReplicaSet?> Named,
    Func<ReplicaSet, bool> HasLivePods);
