using CloudletK8s.Api.Rbac.V1;
using CloudletK8s.TestKit.Rules;

namespace CloudletK8s.Api.Tests.Rbac;

public class RolesAndBindings
{
    private const string Binding = "{'metadata':{'name':'b','namespace':'d'},'roleRef':{'kind':'Role','name':'r'},'subjects':[{'kind':'User','name':'jane'}]}";

    private readonly RuledKind<Role> _roles = new();
    private readonly RuledKind<ClusterRole> _clusterRoles = new();
    private readonly RuledKind<RoleBinding> _bindings = new();
    private readonly RuledKind<ClusterRoleBinding> _clusterBindings = new();

    [Fact]
    public void Say_which_group_they_speak_of()
    {
        var binding = _bindings.Read(Binding.Replace("}]}", "},{'kind':'ServiceAccount','name':'s','namespace':'d'}]}"));

        Assert.Equal("rbac.authorization.k8s.io", binding.Object("roleRef")!.Text("apiGroup"));
        Assert.Equal(
            ["User/rbac.authorization.k8s.io", "ServiceAccount/"],
            binding.List("subjects")!.Objects().Select(subject => $"{subject.Text("kind")}/{subject.Text("apiGroup")}"));
    }

    [Theory]
    [InlineData("{'rules':[{'verbs':['get'],'apiGroups':[''],'resources':['pods']}]}")]
    [InlineData("{'rules':[{'apiGroups':[''],'resources':['pods']}]}", "rules[0].verbs: Required value: verbs must contain at least one value")]
    [InlineData("{'rules':[{'verbs':['get'],'resources':['pods']}]}", "rules[0].apiGroups: Required value: resource rules must supply at least one api group")]
    [InlineData("{'rules':[{'verbs':['get'],'nonResourceURLs':['/x']}]}", "rules[0].nonResourceURLs: Invalid value: []string{\"/x\"}: namespaced rules cannot apply to non-resource URLs")]
    public void Refuse_rules(string change, params string[] errors) => Assert.Equal(errors, _roles.ErrorsOfCreating("{'metadata':{'name':'r','namespace':'d'}}", change));

    [Theory]
    [InlineData("{'rules':[{'verbs':['get'],'nonResourceURLs':['/x']}]}")]
    [InlineData("{'aggregationRule':{}}", "aggregationRule.clusterRoleSelectors: Required value: at least one clusterRoleSelector required if aggregationRule is non-nil")]
    public void Aggregate_over_the_cluster(string change, params string[] errors) => Assert.Equal(errors, _clusterRoles.ErrorsOfCreating("{'metadata':{'name':'r'}}", change));

    [Theory]
    [InlineData("{}")]
    [InlineData("{'roleRef':{'kind':'User'}}", "roleRef.kind: Unsupported value: \"User\": supported values: \"Role\", \"ClusterRole\"")]
    [InlineData("{'roleRef':{'apiGroup':'x'}}", "roleRef.apiGroup: Unsupported value: \"x\": supported values: \"rbac.authorization.k8s.io\"")]
    [InlineData("{'subjects':[{'kind':'Robot','name':'r'}]}", "subjects[0].kind: Unsupported value: \"Robot\": supported values: \"ServiceAccount\", \"User\", \"Group\"")]
    [InlineData("{'subjects':[{'kind':'User','name':''}]}", "subjects[0].name: Required value", "subjects[0].name: Invalid value: \"\": user name cannot be empty")]
    public void Refuse_bindings(string change, params string[] errors) => Assert.Equal(errors, _bindings.ErrorsOfCreating(Binding, change));

    [Fact]
    public void Bind_a_role_for_good() => Assert.Equal(
        ["roleRef: Invalid value: rbac.RoleRef{APIGroup:\"rbac.authorization.k8s.io\", Kind:\"Role\", Name:\"admin\"}: cannot change roleRef"],
        _bindings.ErrorsOfUpdating(_bindings.Created(Binding), "{'roleRef':{'name':'admin'}}"));

    [Fact]
    public void Need_the_namespace_of_a_service_account() => Assert.Equal(
        ["roleRef.kind: Unsupported value: \"Role\": supported values: \"ClusterRole\"", "subjects[0].namespace: Required value"],
        _clusterBindings.ErrorsOfCreating("{'metadata':{'name':'b'},'roleRef':{'kind':'Role','name':'r'},'subjects':[{'kind':'ServiceAccount','name':'s'}]}"));
}
