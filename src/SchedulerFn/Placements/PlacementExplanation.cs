namespace CloudletK8s.SchedulerFn.Placements;

/// <summary>For each node, in the order of their names, why not or how well.</summary>
public sealed record PlacementExplanation(IReadOnlyList<NodeExplanation> Nodes, Placement Placement);
