using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Records;
using CloudletK8s.SchedulerFn.Queues;

namespace CloudletK8s.SchedulerFn.Sessions;

/// <summary>What a change of a node means to pods that wait. Heartbeats mean nothing.</summary>
internal static class NodeChange
{
    public static ClusterEvent Of(Node? previous, Node current)
    {
        if (previous is null)
            return ClusterEvent.NodeAdded;

        var happened = ClusterEvent.None;
        if (!Same(previous.Status?.Allocatable, current.Status?.Allocatable))
            happened |= ClusterEvent.NodeCapacity;
        if (!Same(previous.Metadata?.Labels, current.Metadata?.Labels))
            happened |= ClusterEvent.NodeLabels;
        if (previous.Spec?.Unschedulable != current.Spec?.Unschedulable || !SameTaints(previous.Spec?.Taints, current.Spec?.Taints))
            happened |= ClusterEvent.NodeTaints;
        if (!SameConditions(previous.Status?.Conditions, current.Status?.Conditions))
            happened |= ClusterEvent.NodeConditions;
        return happened;
    }

    private static bool Same<T>(IReadOnlyDictionary<string, T>? one, IReadOnlyDictionary<string, T>? other)
    {
        if (ReferenceEquals(one, other))
            return true;
        if ((one?.Count ?? 0) != (other?.Count ?? 0))
            return false;

        return one is null || one.All(pair => other!.TryGetValue(pair.Key, out var value) && EqualityComparer<T>.Default.Equals(pair.Value, value));
    }

    private static bool SameTaints(IReadOnlyList<Taint>? one, IReadOnlyList<Taint>? other) =>
        (one ?? []).SequenceEqual(other ?? [], EqualityComparer<Taint>.Create(RecordBinder.Same, static _ => 0));

    private static bool SameConditions(IReadOnlyList<NodeCondition>? one, IReadOnlyList<NodeCondition>? other) =>
        (one ?? []).Select(condition => (condition.Type, condition.Status)).SequenceEqual((other ?? []).Select(condition => (condition.Type, condition.Status)));
}
