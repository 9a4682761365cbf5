using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Apps.V1.Rules;

/// <summary>Defaults of workloads that depend on what else was said.</summary>
internal static class WorkloadDefaults
{
    private static readonly TreeText Quarter = new("25%");

    public static void Deployment(TreeObject strategy)
    {
        if (strategy.Text("type") != "RollingUpdate")
            return;

        var update = strategy.ObjectOrNew("rollingUpdate");
        Fill(update, "maxUnavailable", Quarter);
        Fill(update, "maxSurge", Quarter);
    }

    public static void DaemonSet(TreeObject strategy)
    {
        if (strategy.Text("type") != "RollingUpdate")
            return;

        var update = strategy.ObjectOrNew("rollingUpdate");
        Fill(update, "maxUnavailable", TreeNumber.Of(1));
        Fill(update, "maxSurge", TreeNumber.Of(0));
    }

    /// <summary>Only who names no type at all gets the settings of a rolling update.</summary>
    public static void StatefulSet(TreeObject strategy)
    {
        if (string.IsNullOrEmpty(strategy.Text("type")))
        {
            strategy.Set("type", "RollingUpdate");
            strategy.ObjectOrNew("rollingUpdate");
        }

        if (strategy.Text("type") == "RollingUpdate" && strategy.Object("rollingUpdate") is { } update)
            Fill(update, "partition", TreeNumber.Of(0));
    }

    /// <summary>Claims in a template are whole objects and say so.</summary>
    public static void ClaimTemplates(TreeObject spec)
    {
        foreach (var claim in spec.List("volumeClaimTemplates")?.Objects() ?? [])
        {
            claim.Prepend("apiVersion", new TreeText("v1"));
            claim.Prepend("kind", new TreeText("PersistentVolumeClaim"));
        }
    }

    private static void Fill(TreeObject obj, string name, Tree value)
    {
        if (Immutable.Given(obj[name]) is null)
            obj.Set(name, value);
    }
}
