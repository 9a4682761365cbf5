using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Values;
using CloudletK8s.ApiServer.Verbs;

namespace CloudletK8s.ApiServer.Subresources;

/// <summary>Conditions that the server itself sets on pods.</summary>
internal static class PodConditions
{
    public static bool IsTrue(TreeObject pod, string type) => Find(pod, type)?.Text("status") == "True";

    /// <summary>The transition time stays while the status does.</summary>
    public static void SetTrue(TreeObject pod, string type, DateTimeOffset now, string reason = "", string message = "")
    {
        var existing = Find(pod, type);
        var condition = existing ?? new TreeObject(6);
        var changed = condition.Text("status") != "True";
        condition.Set("type", type);
        condition.Set("status", "True");
        condition.Set("lastProbeTime", TreeNull.Instance);
        if (changed || !condition.Has("lastTransitionTime"))
            condition.Set("lastTransitionTime", GoTime.Format(now));
        condition["reason"] = reason.Length > 0 ? new TreeText(reason) : null;
        condition["message"] = message.Length > 0 ? new TreeText(message) : null;
        if (existing is null)
            pod.ObjectOrNew("status").ListOrNew("conditions").Add(condition);
    }

    private static TreeObject? Find(TreeObject pod, string type)
    {
        foreach (var condition in pod.Object("status")?.List("conditions") ?? [])
        {
            if (condition is TreeObject found && found.Text("type") == type)
                return found;
        }

        return null;
    }
}
