using CloudletK8s.Api.Autoscaling.V2;

namespace CloudletK8s.Reconcilers.Autoscaling;

internal static class AutoscalerConditions
{
    public const string AbleToScale = "AbleToScale";
    public const string ScalingActive = "ScalingActive";
    public const string ScalingLimited = "ScalingLimited";

    public static IReadOnlyList<HorizontalPodAutoscalerCondition> With(
        this IReadOnlyList<HorizontalPodAutoscalerCondition> conditions, string type, bool isTrue, (string Reason, string Message) why, DateTimeOffset now)
    {
        var status = isTrue ? "True" : "False";
        var list = conditions.ToList();
        var at = list.FindIndex(condition => condition.Type == type);
        var made = new HorizontalPodAutoscalerCondition
        {
            Type = type,
            Status = status,
            LastTransitionTime = at >= 0 && list[at].Status == status ? list[at].LastTransitionTime : now,
            Reason = why.Reason,
            Message = why.Message,
        };
        if (at < 0)
            list.Add(made);
        else
            list[at] = made;
        return list;
    }
}
