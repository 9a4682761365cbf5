using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules.Quotas;

/// <summary>Which pods a quota is about. A quota with scopes is about no other kind.</summary>
public static class QuotaScopes
{
    public static bool Match(ResourceQuotaSpec quota, bool isPod, TreeObject obj)
    {
        var requirements = (quota.Scopes ?? []).Select(scope => new ScopedResourceSelectorRequirement { ScopeName = scope, Operator = "Exists" })
            .Concat(quota.ScopeSelector?.MatchExpressions ?? []).ToList();
        return requirements.Count == 0 || (isPod && requirements.TrueForAll(requirement => Match(requirement, obj.Object("spec") ?? [])));
    }

    private static bool Match(ScopedResourceSelectorRequirement requirement, TreeObject spec) => requirement.ScopeName switch
    {
        "Terminating" => spec.Whole("activeDeadlineSeconds") is >= 0,
        "NotTerminating" => spec.Whole("activeDeadlineSeconds") is null or < 0,
        "BestEffort" => IsBestEffort(spec),
        "NotBestEffort" => !IsBestEffort(spec),
        "PriorityClass" => MatchClass(requirement, spec.Text("priorityClassName") ?? ""),
        "CrossNamespacePodAffinity" => LooksIntoOtherNamespaces(spec.Object("affinity")),
        _ => false,
    };

    private static bool MatchClass(ScopedResourceSelectorRequirement requirement, string name) => requirement.Operator switch
    {
        "In" => requirement.Values?.Contains(name) == true,
        "NotIn" => requirement.Values?.Contains(name) != true,
        "DoesNotExist" => name.Length == 0,
        _ => name.Length > 0,
    };

    private static bool IsBestEffort(TreeObject spec) => Containers(spec).All(container =>
        ResourceAmounts.OfContainer(container, "requests").Count == 0 && ResourceAmounts.OfContainer(container, "limits").Count == 0);

    private static IEnumerable<TreeObject> Containers(TreeObject spec) =>
        (spec.List("initContainers")?.Objects() ?? []).Concat(spec.List("containers")?.Objects() ?? []);

    private static bool LooksIntoOtherNamespaces(Tree? tree) => tree switch
    {
        TreeObject obj => obj.List("namespaces") is { Count: > 0 } || obj.Has("namespaceSelector") || obj.Any(member => LooksIntoOtherNamespaces(member.Value)),
        TreeList list => list.Any(LooksIntoOtherNamespaces),
        _ => false,
    };
}
