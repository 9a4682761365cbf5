using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.Reconcilers.PodGc;

/// <param name="Pods">All that have ended.</param>
/// <param name="Kept">How many of them may stay.</param>
internal sealed record FinishedPodView(IReadOnlyList<Pod> Pods, int Kept);
