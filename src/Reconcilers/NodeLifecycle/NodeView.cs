using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.Reconcilers.NodeLifecycle;

/// <param name="LastHeard">The node's last sign of life.</param>
/// <param name="Pods">On the node; only read of a node that is silent.</param>
internal sealed record NodeView(Node Node, DateTimeOffset LastHeard, IReadOnlyList<Pod> Pods, NodeMonitorOptions Options);
