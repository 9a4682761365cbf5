using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Reconcilers.GarbageCollection;
using CloudletK8s.TestKit.Controllers;

namespace CloudletK8s.Reconcilers.Tests.GarbageCollection;

public sealed class OwnerThatIsNotThere : OwnersAndDependents
{
    [Fact]
    public async Task Takes_those_with_it_that_name_it()
    {
        await Make("child", Nobody("gone"));
        await Make("sister", Nobody("gone"));
        await Plane.Quiet();

        Assert.Empty(await Names());
    }

    [Fact]
    public async Task Counts_for_nothing_beside_one_that_is()
    {
        var owner = await Make("owner");
        await Make("child", Nobody("gone"), By(owner));
        await Plane.Quiet();

        Assert.Equal("owner", Assert.Single((await Plane.Get<ConfigMap>(Namespace, "child"))!.Metadata!.OwnerReferences!).Name);
    }

    [Fact]
    public async Task Is_not_another_of_its_name()
    {
        await Make("gone");
        await Make("child", Nobody("gone"));
        await Plane.Quiet();

        Assert.Equal(["gone"], await Names());
    }

    [Fact]
    public async Task In_another_namespace_it_owns_nothing_and_an_event_says_so()
    {
        var other = await Plane.Namespace();
        var owner = await MakeIn(other, "owner");
        await Make("child", By(owner));
        await Plane.Quiet();

        Assert.Empty(await Names());
        var told = $"Warning OwnerRefInvalidNamespace ownerRef [v1/ConfigMap, namespace: {Namespace}, name: owner, uid: {owner.Metadata!.Uid}] does not exist in namespace \"{Namespace}\"";
        Assert.Equal([told], await Plane.EventsOf(Namespace, "child"));
    }

    [Fact]
    public async Task Of_a_kind_that_nobody_serves_it_may_still_come()
    {
        await Make("child", Nobody("gone") with { ApiVersion = "example.com/v1", Kind = "Widget" });
        await Plane.Quiet();

        Assert.Equal(["child"], await Names());
    }

    [Fact]
    public async Task Cluster_scoped_objects_with_owners_in_namespaces_are_left_alone()
    {
        var owner = await Make("owner");
        await Plane.Create(new Node { Metadata = new() { Name = "node", OwnerReferences = [By(owner)] } });
        await Plane.Delete<ConfigMap>(Namespace, "owner");
        await Plane.Quiet();

        Assert.NotNull(await Plane.Get<Node>("", "node"));
    }

    [Fact]
    public async Task Cluster_scoped_owners_own_in_every_namespace()
    {
        var owner = await Plane.Create(new Node { Metadata = new() { Name = "node" } });
        await Make("child", By(owner));
        await Plane.Quiet();
        Assert.Equal(["child"], await Names());

        await Plane.Delete<Node>("", "node");
        await Plane.Quiet();
        Assert.Empty(await Names());
    }

    private static OwnerReference Nobody(string name) => new() { ApiVersion = "v1", Kind = "ConfigMap", Name = name, Uid = "00000000-0000-0000-0000-000000000001" };
}
