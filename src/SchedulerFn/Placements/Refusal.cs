namespace CloudletK8s.SchedulerFn.Placements;

/// <summary>One reason for which nodes were refused.</summary>
/// <param name="Resolvable">Whether removing pods from the node could change it.</param>
public sealed record Refusal(string Plugin, string Reason, int Nodes, bool Resolvable);
