using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.Reconcilers.TaintEviction;

/// <param name="Pods">On the node.</param>
internal sealed record TaintedNodeView(Node Node, IReadOnlyList<Pod> Pods);
