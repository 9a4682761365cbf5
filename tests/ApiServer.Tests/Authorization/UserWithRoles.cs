using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Authentication;
using CloudletK8s.ApiServer.Tests.Clusters;

namespace CloudletK8s.ApiServer.Tests.Authorization;

public sealed class UserWithRoles : IAsyncLifetime
{
    private const string Rbac = "/apis/rbac.authorization.k8s.io/v1";
    private static readonly UserInfo Jane = new("jane", ["devs", UserInfo.AuthenticatedGroup]);
    private TestCluster _cluster = null!;

    public async Task InitializeAsync() => _cluster = await TestCluster.Start();

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task May_nothing_but_ask_at_first()
    {
        Assert.False(await May("list", "pods", "default"));
        Assert.True(await May("create", "selfsubjectreviews", "", "authentication.k8s.io"));
        Assert.True(await MayPath("/version"));
        Assert.False(await MayPath("/metrics"));
    }

    [Fact]
    public async Task May_view_where_a_group_binding_says_so()
    {
        await Bind("ClusterRole", "view", "Group", "devs");

        Assert.True(await May("list", "pods", "default"));
        Assert.True(await May("get", "pods/log", "default"));
        Assert.False(await May("list", "pods", "kube-system"));
        Assert.False(await May("list", "secrets", "default"));
        Assert.False(await May("create", "pods", "default"));
    }

    [Fact]
    public async Task May_what_a_role_that_comes_later_allows()
    {
        await Bind("Role", "reader", "User", "jane");
        Assert.False(await May("get", "configmaps", "default"));

        await _cluster.Create(
            $"{Rbac}/namespaces/default/roles",
            """{"metadata":{"name":"reader"},"rules":[{"verbs":["get"],"apiGroups":[""],"resources":["configmaps"],"resourceNames":["one"]}]}""");

        Assert.True(await May("get", "configmaps", "default", name: "one"));
        Assert.False(await May("get", "configmaps", "default", name: "two"));
    }

    [Fact]
    public async Task Gets_the_rules_of_roles_that_are_aggregated()
    {
        await _cluster.Create(
            $"{Rbac}/clusterroles",
            """{"metadata":{"name":"more","labels":{"rbac.authorization.k8s.io/aggregate-to-view":"true"}},"rules":[{"verbs":["list"],"apiGroups":["shop.example"],"resources":["carts"]}]}""");
        await Bind("ClusterRole", "view", "User", "jane");

        Assert.True(await May("list", "carts", "default", "shop.example"));
    }

    [Fact]
    public async Task Cannot_give_what_she_does_not_have()
    {
        await Bind("ClusterRole", "admin", "User", "jane");

        await _cluster.Create(
            $"{Rbac}/namespaces/default/roles",
            """{"metadata":{"name":"ok"},"rules":[{"verbs":["get","list"],"apiGroups":[""],"resources":["pods"]}]}""",
            Jane);
        var refused = await TestCluster.Refused(() => _cluster.Create(
            $"{Rbac}/namespaces/default/roles",
            """{"metadata":{"name":"no"},"rules":[{"verbs":["get","list"],"apiGroups":[""],"resources":["nodes"]}]}""",
            Jane));
        Assert.Equal(
            "roles.rbac.authorization.k8s.io \"no\" is forbidden: user \"jane\" (groups=[\"devs\" \"system:authenticated\"]) is attempting to grant RBAC "
            + "permissions not currently held:\n{APIGroups:[\"\"], Resources:[\"nodes\"], Verbs:[\"get\" \"list\"]}",
            refused.Message);
        Assert.Equal(403, (await TestCluster.Refused(() => _cluster.Create($"{Rbac}/namespaces/default/rolebindings", Binding("ClusterRole", "cluster-admin", "User", "jane"), Jane))).Code);
    }

    [Fact]
    public async Task Reads_her_rules()
    {
        var review = await _cluster.Create("/apis/authorization.k8s.io/v1/selfsubjectrulesreviews", """{"spec":{"namespace":"default"}}""", Jane);

        var rules = review.Object("status")!.List("resourceRules")!.Objects();
        Assert.Contains(rules, rule => rule.List("resources")!.Texts().Contains("selfsubjectaccessreviews"));
    }

    [Fact]
    public async Task Of_a_node_sees_the_secrets_of_its_pods_only()
    {
        var node = new UserInfo("system:node:n1", ["system:nodes", UserInfo.AuthenticatedGroup]);
        await _cluster.Create(
            "/api/v1/namespaces/default/pods",
            TestCluster.Pod("p", ",\"nodeName\":\"n1\",\"volumes\":[{\"name\":\"v\",\"secret\":{\"secretName\":\"mine\"}}]"));

        Assert.True(await May("get", "secrets", "default", name: "mine", user: node));
        Assert.False(await May("get", "secrets", "default", name: "other", user: node));
        Assert.True(await May("update", "nodes/status", "", name: "n1", user: node));
        Assert.False(await May("update", "nodes/status", "", name: "n2", user: node));
    }

    private Task Bind(string kind, string role, string subjectKind, string subject) =>
        _cluster.Create($"{Rbac}/namespaces/default/rolebindings", Binding(kind, role, subjectKind, subject));

    private static string Binding(string kind, string role, string subjectKind, string subject) =>
        $$"""{"metadata":{"generateName":"b-"},"roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"{{kind}}","name":"{{role}}"},"subjects":[{"kind":"{{subjectKind}}","name":"{{subject}}","apiGroup":"rbac.authorization.k8s.io"}]}""";

    private async Task<bool> May(string verb, string resource, string inNamespace, string group = "", string name = "", UserInfo? user = null)
    {
        var parts = resource.Split('/');
        var attributes = new TreeObject
        {
            ["verb"] = new TreeText(verb),
            ["group"] = new TreeText(group),
            ["resource"] = new TreeText(parts[0]),
            ["subresource"] = new TreeText(parts.Length > 1 ? parts[1] : ""),
            ["namespace"] = new TreeText(inNamespace),
            ["name"] = new TreeText(name),
        };
        return await Asked(new TreeObject { ["resourceAttributes"] = attributes }, user ?? Jane);
    }

    private Task<bool> MayPath(string path) =>
        Asked(new TreeObject { ["nonResourceAttributes"] = new TreeObject { ["verb"] = new TreeText("get"), ["path"] = new TreeText(path) } }, Jane);

    private async Task<bool> Asked(TreeObject spec, UserInfo user) => (await _cluster.Create(
        "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
        Api.Trees.Json.JsonTreeWriter.ToText(new TreeObject { ["spec"] = spec }),
        user)).Object("status")!.Flag("allowed") == true;
}
