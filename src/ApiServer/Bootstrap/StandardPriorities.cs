using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Authorization.Defaults;

namespace CloudletK8s.ApiServer.Bootstrap;

/// <summary>The two priority classes of the system, and the flow control objects that must be there.</summary>
internal static class StandardPriorities
{
    private const string FlowControl = "flowcontrol.apiserver.k8s.io";

    public static IEnumerable<StandardObject> All()
    {
        yield return Class("system-cluster-critical", 2_000_000_000, "Used for system critical pods that must run in the cluster, but can be moved to another node if necessary.");
        yield return Class("system-node-critical", 2_000_001_000, "Used for system critical pods that must not be moved from their current node.");
        yield return Level("exempt", new TreeObject
        {
            ["type"] = new TreeText("Exempt"),
            ["exempt"] = new TreeObject { ["nominalConcurrencyShares"] = TreeNumber.Of(0), ["lendablePercent"] = TreeNumber.Of(0) },
        });
        yield return Level("catch-all", new TreeObject
        {
            ["type"] = new TreeText("Limited"),
            ["limited"] = new TreeObject
            {
                ["nominalConcurrencyShares"] = TreeNumber.Of(5),
                ["limitResponse"] = new TreeObject { ["type"] = new TreeText("Reject") },
                ["lendablePercent"] = TreeNumber.Of(0),
            },
        });
        yield return Schema("exempt", 1, null, "system:masters");
        yield return Schema("catch-all", 10_000, "ByUser", "system:unauthenticated", "system:authenticated");
    }

    private static StandardObject Class(string name, long value, string description)
    {
        var obj = StandardObject.Named("scheduling.k8s.io/v1", "PriorityClass", name);
        obj.Object("metadata")!.Set("generation", 1);
        obj.Set("value", value);
        obj.Set("description", description);
        obj.Set("preemptionPolicy", "PreemptLowerPriority");
        return new("priorityclasses.scheduling.k8s.io", obj);
    }

    private static StandardObject Level(string name, TreeObject spec)
    {
        var obj = Controlled("PriorityLevelConfiguration", name);
        obj.Set("spec", spec);
        obj.Set("status", new TreeObject());
        return new($"prioritylevelconfigurations.{FlowControl}", obj);
    }

    private static StandardObject Schema(string name, long precedence, string? distinguisher, params string[] groups)
    {
        var rule = new TreeObject
        {
            ["subjects"] = new TreeList(groups.Select(group => new TreeObject
            {
                ["kind"] = new TreeText("Group"),
                ["group"] = new TreeObject { ["name"] = new TreeText(group) },
            })),
            ["resourceRules"] = new TreeList([new TreeObject
            {
                ["verbs"] = TreeList.OfTexts(["*"]),
                ["apiGroups"] = TreeList.OfTexts(["*"]),
                ["resources"] = TreeList.OfTexts(["*"]),
                ["clusterScope"] = TreeFlag.True,
                ["namespaces"] = TreeList.OfTexts(["*"]),
            }]),
            ["nonResourceRules"] = new TreeList([RuleTree.OnPaths("*", "*")]),
        };
        var obj = Controlled("FlowSchema", name);
        var spec = new TreeObject
        {
            ["priorityLevelConfiguration"] = new TreeObject { ["name"] = new TreeText(name) },
            ["matchingPrecedence"] = TreeNumber.Of(precedence),
        };
        if (distinguisher is not null)
            spec.Set("distinguisherMethod", new TreeObject { ["type"] = new TreeText(distinguisher) });
        spec.Set("rules", new TreeList([rule]));
        obj.Set("spec", spec);
        obj.Set("status", new TreeObject());
        return new($"flowschemas.{FlowControl}", obj);
    }

    private static TreeObject Controlled(string kind, string name)
    {
        var obj = StandardObject.Named($"{FlowControl}/v1", kind, name);
        var metadata = obj.Object("metadata")!;
        metadata.Set("generation", 1);
        metadata.Set("annotations", new TreeObject { ["apf.kubernetes.io/autoupdate-spec"] = new TreeText("true") });
        return obj;
    }
}
