using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Bootstrap;

namespace CloudletK8s.ApiServer.Authorization.Defaults;

/// <summary>The roles and bindings that every cluster starts with.</summary>
internal static class DefaultAccess
{
    private const string Group = "rbac.authorization.k8s.io";
    private const string AggregateLabel = "rbac.authorization.k8s.io/aggregate-to-";

    public static IEnumerable<StandardObject> All() => [.. ClusterRoles(), .. Bindings(), .. PublicNamespace()];

    private static IEnumerable<StandardObject> ClusterRoles()
    {
        yield return ClusterRole("cluster-admin", UserRoles.Everything);
        yield return ClusterRole("system:discovery", UserRoles.Discovery);
        yield return ClusterRole("system:monitoring", UserRoles.Monitoring);
        yield return ClusterRole("system:basic-user", UserRoles.Basic);
        yield return ClusterRole("system:public-info-viewer", UserRoles.PublicInfo);
        // In the order in which the controller gathers them, so that it finds nothing to do in a new cluster.
        yield return Aggregated("admin", ["admin"], [.. UserRoles.Edit, .. UserRoles.View, .. UserRoles.Admin]);
        yield return Aggregated("edit", ["edit"], [.. UserRoles.Edit, .. UserRoles.View], "admin");
        yield return Aggregated("view", ["view"], UserRoles.View, "edit");
        yield return Labelled("system:aggregate-to-admin", UserRoles.Admin, "admin");
        yield return Labelled("system:aggregate-to-edit", UserRoles.Edit, "edit");
        yield return Labelled("system:aggregate-to-view", UserRoles.View, "view");
        foreach (var (name, rules) in ComponentRoles.All)
            yield return ClusterRole(name, rules);
        foreach (var (name, rules) in ControllerRoles.All)
            yield return ClusterRole(ControllerRoles.Prefix + name, rules);
    }

    private static IEnumerable<StandardObject> Bindings()
    {
        yield return Bind("cluster-admin", "cluster-admin", GroupSubject("system:masters"));
        yield return Bind("system:monitoring", "system:monitoring", GroupSubject("system:monitoring"));
        yield return Bind("system:discovery", "system:discovery", GroupSubject("system:authenticated"));
        yield return Bind("system:basic-user", "system:basic-user", GroupSubject("system:authenticated"));
        yield return Bind(
            "system:public-info-viewer", "system:public-info-viewer", GroupSubject("system:authenticated"), GroupSubject("system:unauthenticated"));
        yield return Bind("system:node-proxier", "system:node-proxier", UserSubject("system:kube-proxy"));
        yield return Bind("system:kube-controller-manager", "system:kube-controller-manager", UserSubject("system:kube-controller-manager"));
        yield return Bind("system:kube-dns", "system:kube-dns", Account("kube-dns"));
        yield return Bind("system:kube-scheduler", "system:kube-scheduler", UserSubject("system:kube-scheduler"));
        yield return Bind("system:volume-scheduler", "system:volume-scheduler", UserSubject("system:kube-scheduler"));
        yield return Bind("system:node", "system:node");
        yield return Bind("system:service-account-issuer-discovery", "system:service-account-issuer-discovery", GroupSubject("system:serviceaccounts"));
        foreach (var (name, _) in ControllerRoles.All)
            yield return Bind(ControllerRoles.Prefix + name, ControllerRoles.Prefix + name, Account(name));
    }

    /// <summary>Everybody who is known may learn how to check whom the API server trusts.</summary>
    private static IEnumerable<StandardObject> PublicNamespace()
    {
        const string name = "extension-apiserver-authentication-reader";
        var role = Named("Role", name, "kube-system");
        role.Set("rules", new TreeList([RuleTree.On(RuleTree.ReadVerbs, "core", "configmaps", "extension-apiserver-authentication")]));
        yield return new("roles." + Group, role);
        var binding = Named("RoleBinding", "system::" + name, "kube-system");
        Refer(binding, "Role", name, [UserSubject("system:kube-controller-manager"), UserSubject("system:kube-scheduler")]);
        yield return new("rolebindings." + Group, binding);
    }

    private static StandardObject ClusterRole(string name, TreeObject[] rules)
    {
        var role = Named("ClusterRole", name, "");
        role.Set("rules", new TreeList(rules));
        return new("clusterroles." + Group, role);
    }

    private static StandardObject Labelled(string name, TreeObject[] rules, string aggregateTo)
    {
        var role = ClusterRole(name, rules);
        role.Object.Object("metadata")!.ObjectOrNew("labels").Set(AggregateLabel + aggregateTo, "true");
        return role;
    }

    private static StandardObject Aggregated(string name, string[] from, TreeObject[] rules, string aggregateTo = "")
    {
        var role = aggregateTo.Length > 0 ? Labelled(name, rules, aggregateTo) : ClusterRole(name, rules);
        var selectors = new TreeList(from.Select(source => new TreeObject
        {
            ["matchLabels"] = new TreeObject { [AggregateLabel + source] = new TreeText("true") },
        }));
        role.Object.Set("aggregationRule", new TreeObject { ["clusterRoleSelectors"] = selectors });
        return role;
    }

    private static StandardObject Bind(string name, string role, params TreeObject[] subjects)
    {
        var binding = Named("ClusterRoleBinding", name, "");
        Refer(binding, "ClusterRole", role, subjects);
        return new("clusterrolebindings." + Group, binding);
    }

    private static void Refer(TreeObject binding, string kind, string role, TreeObject[] subjects)
    {
        if (subjects.Length > 0)
            binding.Set("subjects", new TreeList(subjects));
        var reference = new TreeObject(3);
        reference.Set("apiGroup", Group);
        reference.Set("kind", kind);
        reference.Set("name", role);
        binding.Set("roleRef", reference);
    }

    private static TreeObject GroupSubject(string name) => Subject("Group", name);

    private static TreeObject UserSubject(string name) => Subject("User", name);

    private static TreeObject Subject(string kind, string name)
    {
        var subject = new TreeObject(3);
        subject.Set("kind", kind);
        subject.Set("apiGroup", Group);
        subject.Set("name", name);
        return subject;
    }

    private static TreeObject Account(string name)
    {
        var subject = new TreeObject(3);
        subject.Set("kind", "ServiceAccount");
        subject.Set("name", name);
        subject.Set("namespace", "kube-system");
        return subject;
    }

    private static TreeObject Named(string kind, string name, string inNamespace)
    {
        var obj = StandardObject.Named(Group + "/v1", kind, name, inNamespace);
        var metadata = obj.Object("metadata")!;
        metadata.Set("labels", new TreeObject { ["kubernetes.io/bootstrapping"] = new TreeText("rbac-defaults") });
        metadata.Set("annotations", new TreeObject { ["rbac.authorization.kubernetes.io/autoupdate"] = new TreeText("true") });
        return obj;
    }
}
