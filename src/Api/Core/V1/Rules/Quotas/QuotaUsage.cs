using CloudletK8s.Api.Core.V1.Rules;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Core.V1.Rules.Quotas;

/// <summary>What one object takes out of a quota. Pure.</summary>
public static class QuotaUsage
{
    private static readonly Quantity One = Quantity.Of(1);
    private static readonly string[] CountedByName = ["configmaps", "secrets", "replicationcontrollers", "resourcequotas", "services", "persistentvolumeclaims", "pods"];
    private static readonly string[] Computed = ["cpu", "memory", "ephemeral-storage"];

    public static Dictionary<string, Quantity> Of(KindInfo kind, TreeObject obj)
    {
        var usage = new Dictionary<string, Quantity> { [$"count/{kind.GroupResource}"] = One };
        if (kind.Group.Length > 0)
            return usage;

        var spec = obj.Object("spec") ?? [];
        if (kind.Plural == "pods" && !IsRunning(obj))
            return usage;

        if (CountedByName.Contains(kind.Plural))
            usage[kind.Plural] = One;
        switch (kind.Plural)
        {
            case "pods":
                AddPod(usage, spec);
                break;
            case "services":
                AddService(usage, spec);
                break;
            case "persistentvolumeclaims":
                AddClaim(usage, spec);
                break;
        }

        return usage;
    }

    /// <summary>A pod that has ended takes nothing but its own number.</summary>
    private static bool IsRunning(TreeObject pod) => pod.Object("status")?.Text("phase") is not ("Succeeded" or "Failed");

    private static void AddPod(Dictionary<string, Quantity> usage, TreeObject spec)
    {
        foreach (var (name, amount) in ResourceAmounts.OfPod(spec, "requests"))
        {
            usage[$"requests.{name}"] = amount;
            if (Computed.Contains(name))
                usage[name] = amount;
        }

        foreach (var (name, amount) in ResourceAmounts.OfPod(spec, "limits"))
            usage[$"limits.{name}"] = amount;
    }

    private static void AddService(Dictionary<string, Quantity> usage, TreeObject spec)
    {
        var ports = spec.List("ports")?.Count ?? 0;
        var allocates = spec.Text("type") == "NodePort" || (spec.Text("type") == "LoadBalancer" && spec.Flag("allocateLoadBalancerNodePorts") != false);
        usage["services.nodeports"] = Quantity.Of(ServiceTypes.NeedsNodePort(spec) && allocates ? ports : 0);
        usage["services.loadbalancers"] = Quantity.Of(spec.Text("type") == "LoadBalancer" ? 1 : 0);
    }

    private static void AddClaim(Dictionary<string, Quantity> usage, TreeObject spec)
    {
        var requested = ResourceAmounts.Read(spec.Object("resources", "requests")).GetValueOrDefault("storage");
        usage["requests.storage"] = requested;
        if (spec.Text("storageClassName") is not { Length: > 0 } storageClass)
            return;

        usage[$"{storageClass}.storageclass.storage.k8s.io/requests.storage"] = requested;
        usage[$"{storageClass}.storageclass.storage.k8s.io/persistentvolumeclaims"] = One;
    }
}
