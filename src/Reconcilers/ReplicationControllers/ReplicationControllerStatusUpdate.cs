using CloudletK8s.Api.Core.V1;
using CloudletK8s.Reconcilers.ReplicaSets;

namespace CloudletK8s.Reconcilers.ReplicationControllers;

internal static class ReplicationControllerStatusUpdate
{
    private const string ReplicaFailure = "ReplicaFailure";

    public static ReplicationController Of(ReplicationController set, ReplicaCounts counts, (string Reason, string Message)? failure, DateTimeOffset now) => set with
    {
        Status = (set.Status ?? new()) with
        {
            Replicas = counts.Replicas,
            FullyLabeledReplicas = counts.FullyLabeled,
            ReadyReplicas = counts.Ready,
            AvailableReplicas = counts.Available,
            ObservedGeneration = set.Metadata!.Generation,
            Conditions = Conditions(set.Status?.Conditions ?? [], failure, now),
        },
    };

    private static List<ReplicationControllerCondition> Conditions(
        IReadOnlyList<ReplicationControllerCondition> before, (string Reason, string Message)? failure, DateTimeOffset now)
    {
        var known = before.FirstOrDefault(condition => condition.Type == ReplicaFailure);
        var conditions = before.Where(condition => condition.Type != ReplicaFailure).ToList();
        if (failure is ({ } reason, { } message))
        {
            conditions.Add(known is { Status: "True" } && known.Reason == reason
                ? known
                : new() { Type = ReplicaFailure, Status = "True", LastTransitionTime = now, Reason = reason, Message = message });
        }

        return conditions;
    }
}
