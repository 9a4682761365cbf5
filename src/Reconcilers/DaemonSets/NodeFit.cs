namespace CloudletK8s.Reconcilers.DaemonSets;

/// <summary>What a daemon set wants of a node.</summary>
/// <param name="ShouldRun">A daemon belongs there.</param>
/// <param name="ShouldContinue">One that is there may stay.</param>
internal readonly record struct NodeFit(bool ShouldRun, bool ShouldContinue);
