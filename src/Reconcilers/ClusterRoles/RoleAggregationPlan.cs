using CloudletK8s.Api.Rbac.V1;
using CloudletK8s.Api.Records;
using CloudletK8s.Api.Selectors;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Plans;

namespace CloudletK8s.Reconcilers.ClusterRoles;

/// <summary>The rules of a role that gathers: those of the roles that it selects, by name, each once.</summary>
internal static class RoleAggregationPlan
{
    private const string FieldManager = "clusterrole-aggregation-controller";

    public static Plan Decide(RoleAggregationView view)
    {
        if (view.Role.AggregationRule is not { } aggregation)
            return Plan.Nothing;

        var rules = new List<PolicyRule>();
        var byName = view.Roles.OrderBy(role => role.Metadata!.Name, StringComparer.Ordinal).ToList();
        foreach (var selector in aggregation.ClusterRoleSelectors ?? [])
        {
            if (!LabelRequirements.TryRead(selector, out var labels, out _))
                return Plan.Nothing;

            foreach (var role in byName.Where(role => role.Metadata!.Name != view.Role.Metadata!.Name && labels.Matches(role.Metadata.Labels)))
                Add(rules, role.Rules ?? []);
        }

        return Same(rules, view.Role.Rules ?? []) ? Plan.Nothing : Plan.Of(Apply(view.Role, rules));
    }

    private static void Add(List<PolicyRule> rules, IReadOnlyList<PolicyRule> more)
    {
        foreach (var rule in more)
        {
            if (!rules.Exists(known => RecordBinder.Same(known, rule)))
                rules.Add(rule);
        }
    }

    private static bool Same(List<PolicyRule> one, IReadOnlyList<PolicyRule> other)
    {
        if (one.Count != other.Count)
            return false;

        for (var i = 0; i < one.Count; i++)
        {
            if (!RecordBinder.Same(one[i], other[i]))
                return false;
        }

        return true;
    }

    private static Write Apply(ClusterRole role, IReadOnlyList<PolicyRule> rules)
    {
        var wanted = new ClusterRole { Metadata = new() { Name = role.Metadata!.Name }, Rules = rules };
        return new Write.Patch<ClusterRole>(ObjectName.Of(role), ObjectPatch.Apply.Of(wanted, force: true)) { FieldManager = FieldManager };
    }
}
