using CloudletK8s.Api.Apps.V1;

namespace CloudletK8s.Reconcilers.Deployments;

/// <summary>The conditions of a deployment while a status is put together.</summary>
internal sealed class DeploymentConditions(IReadOnlyList<DeploymentCondition>? before, DateTimeOffset now)
{
    public const string Progressing = "Progressing";
    public const string Available = "Available";
    public const string ReplicaFailure = "ReplicaFailure";

    public const string SetCreateError = "ReplicaSetCreateError";
    public const string SetCreated = "NewReplicaSetCreated";
    public const string SetFound = "FoundNewReplicaSet";
    public const string SetUpdated = "ReplicaSetUpdated";
    public const string SetAvailable = "NewReplicaSetAvailable";
    public const string DeadlineExceeded = "ProgressDeadlineExceeded";
    public const string Paused = "DeploymentPaused";
    public const string Resumed = "DeploymentResumed";

    private readonly List<DeploymentCondition> _all = [.. before ?? []];

    public IReadOnlyList<DeploymentCondition> All => _all;

    public static DeploymentCondition? Find(IReadOnlyList<DeploymentCondition>? conditions, string type) =>
        conditions?.FirstOrDefault(condition => condition.Type == type);

    public DeploymentCondition? Find(string type) => Find(_all, type);

    public void Remove(string type) => _all.RemoveAll(condition => condition.Type == type);

    /// <summary>A condition with the same status and reason stays as it is.</summary>
    public void Set(string type, string status, string reason, string message)
    {
        if (Find(type) is not { } known || known.Status != status || known.Reason != reason)
            Renew(type, status, reason, message);
    }

    /// <summary>Notes the time even when nothing else is new.</summary>
    public void Renew(string type, string status, string reason, string message)
    {
        var since = Find(type) is { } known && known.Status == status ? known.LastTransitionTime : now;
        Put(new() { Type = type, Status = status, Reason = reason, Message = message, LastUpdateTime = now, LastTransitionTime = since });
    }

    public void Put(DeploymentCondition condition)
    {
        Remove(condition.Type!);
        _all.Add(condition);
    }
}
