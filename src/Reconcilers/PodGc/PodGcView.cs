using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.Reconcilers.PodGc;

/// <param name="Node">The node that the pod is bound to; null: it is bound to none, or to one that does not exist.</param>
/// <param name="MissingSince">Since when its node is known not to exist; null: it does, or the pod is bound to none.</param>
internal sealed record PodGcView(Pod Pod, Node? Node, DateTimeOffset? MissingSince);
