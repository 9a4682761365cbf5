using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.Reconcilers.ZoneEviction;

/// <param name="Nodes">Of the zone.</param>
/// <param name="IsAnyNodeReady">Anywhere in the cluster.</param>
internal sealed record ZoneView(IReadOnlyList<Node> Nodes, bool IsAnyNodeReady);
