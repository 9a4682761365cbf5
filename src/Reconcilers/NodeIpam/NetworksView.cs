using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.Reconcilers.NodeIpam;

/// <param name="Promises">Networks that were promised to nodes that may not have them yet; null: never was one. Read before the nodes.</param>
internal sealed record NetworksView(IReadOnlyList<Node> Nodes, ConfigMap? Promises, NodeNetworks Networks);
