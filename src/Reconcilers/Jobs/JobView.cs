using CloudletK8s.Api.Batch.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Selectors;

namespace CloudletK8s.Reconcilers.Jobs;

/// <summary>A job and the pods that it might own.</summary>
/// <param name="Candidates">Its pods and the orphans of its namespace.</param>
/// <param name="IsTaken">Whether the namespace has a pod of this name.</param>
internal sealed record JobView(
    Job Job, LabelRequirements Selector, IReadOnlyList<Pod> Candidates, Func<string, bool> IsTaken);
