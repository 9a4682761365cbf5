using CloudletK8s.Api.Batch.V1;

namespace CloudletK8s.Reconcilers.Jobs;

internal static class JobConditions
{
    public const string Complete = "Complete";
    public const string Failed = "Failed";
    public const string FailureTarget = "FailureTarget";
    public const string SuccessCriteriaMet = "SuccessCriteriaMet";
    public const string Suspended = "Suspended";

    /// <summary>The list with the condition in it. What was never true is not said to be false.</summary>
    public static IReadOnlyList<JobCondition> With(
        this IReadOnlyList<JobCondition> conditions, string type, bool status, string reason, string message, DateTimeOffset now)
    {
        var text = status ? "True" : "False";
        var at = -1;
        for (var i = 0; i < conditions.Count; i++)
        {
            if (conditions[i].Type == type)
                at = i;
        }

        if (at < 0 ? !status : conditions[at].Status == text && conditions[at].Reason == reason && conditions[at].Message == message)
            return conditions;

        var made = new JobCondition { Type = type, Status = text, LastProbeTime = now, LastTransitionTime = now, Reason = reason, Message = message };
        return at < 0 ? [.. conditions, made] : [.. conditions.Take(at), made, .. conditions.Skip(at + 1)];
    }
}
