using CloudletK8s.Api.Rbac.V1;
using CloudletK8s.Api.Records;
using CloudletK8s.Api.Selectors;
using CloudletK8s.ApiServer.Authentication;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Authorization;

/// <summary>All roles and bindings at one moment, by subject. Immutable once it is made.</summary>
internal sealed class RbacSnapshot
{
    private readonly Dictionary<string, SubjectGrants> _users = [];
    private readonly Dictionary<string, SubjectGrants> _groups = [];
    private readonly Dictionary<string, CompiledRule[]> _clusterRoles = [];
    private readonly Dictionary<(string Namespace, string Name), CompiledRule[]> _roles = [];

    public RbacSnapshot(ResourceSnapshot roles, ResourceSnapshot clusterRoles, ResourceSnapshot bindings, ResourceSnapshot clusterBindings)
    {
        AddClusterRoles([.. clusterRoles.Objects().Select(Read<ClusterRole>)]);
        foreach (var role in roles.Objects())
            _roles[(role.Key.Namespace, role.Key.Name)] = Compile(Read<Role>(role).Rules);

        foreach (var stored in clusterBindings.Objects())
        {
            var binding = Read<ClusterRoleBinding>(stored);
            Bind("", "ClusterRoleBinding", stored.Key.Name, binding.RoleRef, binding.Subjects);
        }

        foreach (var stored in bindings.Objects())
        {
            var binding = Read<RoleBinding>(stored);
            Bind(stored.Key.Namespace, "RoleBinding", $"{stored.Key.Name}/{stored.Key.Namespace}", binding.RoleRef, binding.Subjects);
        }
    }

    public AccessDecision Decide(UserInfo user, AccessAttributes attributes)
    {
        if (Find(_users, user.Name, attributes) is { } grant)
            return new(true, grant.Reason);

        for (var i = 0; i < user.Groups.Count; i++)
        {
            if (Find(_groups, user.Groups[i], attributes) is { } ofGroup)
                return new(true, ofGroup.Reason);
        }

        return new(false, "");
    }

    /// <summary>The rules that the user has, everywhere and in the namespace.</summary>
    public IEnumerable<PolicyRule> RulesOf(UserInfo user, string inNamespace)
    {
        foreach (var grants in user.Groups.Select(group => _groups.GetValueOrDefault(group)).Prepend(_users.GetValueOrDefault(user.Name)).OfType<SubjectGrants>())
        {
            foreach (var grant in grants.Everywhere.Concat(grants.InNamespaces.GetValueOrDefault(inNamespace) ?? []))
            {
                foreach (var rule in grant.Rules)
                    yield return rule.Rule;
            }
        }
    }

    /// <returns>Null when there is no such role.</returns>
    public IReadOnlyList<PolicyRule>? RulesOf(RoleRef role, string inNamespace) => Rules(role, inNamespace) is { } rules ? [.. rules.Select(rule => rule.Rule)] : null;

    private static Grant? Find(Dictionary<string, SubjectGrants> subjects, string name, AccessAttributes attributes)
    {
        if (!subjects.TryGetValue(name, out var grants))
            return null;

        return First(grants.Everywhere, attributes)
            ?? (attributes.Namespace.Length > 0 && grants.InNamespaces.TryGetValue(attributes.Namespace, out var local) ? First(local, attributes) : null);
    }

    private static Grant? First(List<Grant> grants, AccessAttributes attributes)
    {
        foreach (var grant in grants)
        {
            foreach (var rule in grant.Rules)
            {
                if (rule.Allows(attributes))
                    return grant;
            }
        }

        return null;
    }

    /// <summary>A role that aggregates has the rules of those whose labels it selects, whether or not a controller wrote them into it.</summary>
    private void AddClusterRoles(List<ClusterRole> roles)
    {
        foreach (var role in roles)
        {
            var rules = Compile(role.Rules);
            foreach (var selector in role.AggregationRule?.ClusterRoleSelectors ?? [])
            {
                if (LabelRequirements.TryRead(selector, out var query, out _))
                    rules = [.. rules, .. roles.Where(other => other != role && query.Matches(other.Metadata?.Labels)).SelectMany(other => Compile(other.Rules))];
            }

            _clusterRoles[role.Metadata?.Name ?? ""] = rules;
        }
    }

    private void Bind(string inNamespace, string kind, string name, RoleRef? role, IReadOnlyList<Subject>? subjects)
    {
        // A binding to a role that is not there gives nothing, until the role is created.
        if (role is null || Rules(role, inNamespace) is not { } rules)
            return;

        foreach (var subject in subjects ?? [])
        {
            var account = subject.Kind == "ServiceAccount";
            var place = subject.Namespace is { Length: > 0 } given ? given : inNamespace;
            var shown = account ? $"{subject.Name}/{place}" : subject.Name;
            var grant = new Grant(rules, $"RBAC: allowed by {kind} \"{name}\" of {role.Kind} \"{role.Name}\" to {subject.Kind} \"{shown}\"");
            var subjectName = account ? $"system:serviceaccount:{place}:{subject.Name}" : subject.Name ?? "";
            Of(subject.Kind == "Group" ? _groups : _users, subjectName).Add(inNamespace, grant);
        }
    }

    private CompiledRule[]? Rules(RoleRef role, string inNamespace) => role.Kind == "ClusterRole"
        ? _clusterRoles.GetValueOrDefault(role.Name ?? "")
        : _roles.GetValueOrDefault((inNamespace, role.Name ?? ""));

    private static SubjectGrants Of(Dictionary<string, SubjectGrants> subjects, string name)
    {
        if (!subjects.TryGetValue(name, out var grants))
            subjects[name] = grants = new();
        return grants;
    }

    private static CompiledRule[] Compile(IReadOnlyList<PolicyRule>? rules) => [.. (rules ?? []).Select(rule => new CompiledRule(rule))];

    private static T Read<T>(StoredObject stored) where T : class => RecordBinder.Read<T>(StoredTrees.Read(stored));
}
