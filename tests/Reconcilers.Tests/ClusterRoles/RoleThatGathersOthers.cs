using CloudletK8s.Api.Rbac.V1;
using CloudletK8s.Reconcilers.ClusterRoles;
using CloudletK8s.Store.Memory;
using CloudletK8s.TestKit.Controllers;

namespace CloudletK8s.Reconcilers.Tests.ClusterRoles;

public sealed class RoleThatGathersOthers : IAsyncLifetime
{
    private ControlPlane _plane = null!;

    public async Task InitializeAsync()
    {
        _plane = await ControlPlane.Start(services => [new RoleAggregationController(services)]);
        await _plane.Create(new ClusterRole
        {
            Metadata = new() { Name = "all" },
            AggregationRule = new() { ClusterRoleSelectors = [new() { MatchLabels = Labels }] },
        });
    }

    public Task DisposeAsync() => _plane.DisposeAsync().AsTask();

    [Fact]
    public async Task Has_their_rules_by_name_and_each_once()
    {
        await Role("b", Rule("pods"), Rule("secrets"));
        await Role("a", Rule("services"), Rule("pods"));
        await _plane.Quiet();

        Assert.Equal(["services", "pods", "secrets"], await Resources());
    }

    [Fact]
    public async Task Loses_what_they_lose()
    {
        await Role("a", Rule("pods"));
        await _plane.Quiet();
        await _plane.Delete<ClusterRole>("", "a");
        await _plane.Quiet();

        Assert.Empty(await Resources());
    }

    [Fact]
    public async Task Writes_nothing_when_nothing_changes()
    {
        await Role("a", Rule("pods"));
        await _plane.Quiet();
        var before = (await _plane.Get<ClusterRole>("", "all"))!.Metadata!.ResourceVersion;
        await _plane.Create(new ClusterRole { Metadata = new() { Name = "stranger" }, Rules = [Rule("nodes")] });
        await _plane.Quiet();

        Assert.Equal(before, (await _plane.Get<ClusterRole>("", "all"))!.Metadata!.ResourceVersion);
    }

    [Fact]
    public async Task Leaves_the_roles_of_a_new_cluster_as_they_are_made()
    {
        var tables = new MemoryTableStore(isExclusive: true);
        await using (var first = await ControlPlane.Start(static _ => [], tables: tables))
            await first.Prepared;
        await using var plane = await ControlPlane.Start(services => [new RoleAggregationController(services)], tables: tables);
        await plane.Quiet();

        foreach (var name in (string[])["admin", "edit", "view"])
        {
            var role = await plane.Get<ClusterRole>("", name);
            Assert.NotEmpty(role!.Rules!);
            Assert.DoesNotContain(role.Metadata!.ManagedFields ?? [], entry => entry.Manager == "clusterrole-aggregation-controller");
        }
    }

    private static Dictionary<string, string> Labels => new() { ["gather"] = "me" };

    private static PolicyRule Rule(string resource) => new() { Verbs = ["get"], ApiGroups = [""], Resources = [resource] };

    private Task<ClusterRole> Role(string name, params PolicyRule[] rules) => _plane.Create(new ClusterRole { Metadata = new() { Name = name, Labels = Labels }, Rules = rules });

    private async Task<IEnumerable<string>> Resources() => ((await _plane.Get<ClusterRole>("", "all"))!.Rules ?? []).SelectMany(rule => rule.Resources!);
}
