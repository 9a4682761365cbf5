using CloudletK8s.Api.Apps.V1;

namespace CloudletK8s.Reconcilers.ReplicaSets;

internal static class ReplicaSetStatusUpdate
{
    private const string ReplicaFailure = "ReplicaFailure";

    public static ReplicaSet Of(ReplicaSet set, ReplicaCounts counts, (string Reason, string Message)? failure, DateTimeOffset now) => set with
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

    private static List<ReplicaSetCondition> Conditions(
        IReadOnlyList<ReplicaSetCondition> before, (string Reason, string Message)? failure, DateTimeOffset now)
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
