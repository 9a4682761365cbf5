using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Core.V1.Rules.Pods;

/// <summary>Conditions that the API server itself sets.</summary>
internal static class PodConditions
{
    /// <summary>The time of the last transition stays while the status does.</summary>
    public static void Set(TreeObject status, string type, string value, DateTimeOffset now, string reason = "", string message = "")
    {
        var conditions = status.ListOrNew("conditions");
        var condition = new TreeObject(6);
        condition.Set("type", type);
        condition.Set("status", value);
        condition.Set("lastProbeTime", TreeNull.Instance);
        condition.Set("lastTransitionTime", GoTime.Format(now));
        if (reason.Length > 0)
            condition.Set("reason", reason);
        if (message.Length > 0)
            condition.Set("message", message);

        for (var i = 0; i < conditions.Count; i++)
        {
            if (conditions[i] is not TreeObject old || old.Text("type") != type)
                continue;

            if (old.Text("status") == value)
                condition["lastTransitionTime"] = old["lastTransitionTime"];
            conditions[i] = condition;
            return;
        }

        conditions.Add(condition);
    }
}
