using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.Reconcilers.Tests.GarbageCollection;

public sealed class OwnerIsDeleted : OwnersAndDependents
{
    [Fact]
    public async Task In_the_background_everything_below_it_goes()
    {
        var owner = await Make("owner");
        var child = await Make("child", By(owner));
        await Make("grandchild", By(child));
        await Make("stranger");
        await Plane.Quiet();

        await Plane.Delete<ConfigMap>(Namespace, "owner");
        await Plane.Quiet();

        Assert.Equal(["stranger"], await Names());
    }

    [Fact]
    public async Task Children_of_another_owner_stay_and_forget_this_one()
    {
        var (one, other) = (await Make("one"), await Make("other"));
        await Make("child", By(one), By(other));

        await Plane.Delete<ConfigMap>(Namespace, "one");
        await Plane.Quiet();

        var child = await Plane.Get<ConfigMap>(Namespace, "child");
        Assert.Equal("other", Assert.Single(child!.Metadata!.OwnerReferences!).Name);
    }

    [Fact]
    public async Task In_the_foreground_it_goes_last()
    {
        var owner = await Make("owner");
        var child = await Make("child", By(owner));
        await Plane.Change<ConfigMap>(Namespace, "child", map => map with { Metadata = map.Metadata! with { Finalizers = ["test/held"] } });

        await Plane.Delete<ConfigMap>(Namespace, "owner", "Foreground");
        await Plane.Quiet();
        Assert.Equal(["foregroundDeletion"], (await Plane.Get<ConfigMap>(Namespace, "owner"))!.Metadata!.Finalizers!);
        Assert.NotNull((await Plane.Get<ConfigMap>(Namespace, "child"))!.Metadata!.DeletionTimestamp);

        await Plane.Change<ConfigMap>(Namespace, "child", map => map with { Metadata = map.Metadata! with { Finalizers = [] } });
        await Plane.Quiet();
        Assert.Empty(await Names());
        Assert.NotNull(child);
    }

    [Fact]
    public async Task In_the_foreground_whole_families_go()
    {
        var owner = await Make("owner");
        for (var i = 0; i < 3; i++)
        {
            var child = await Make($"child-{i}", By(owner));
            await Make($"grandchild-{i}", By(child));
        }

        await Plane.Delete<ConfigMap>(Namespace, "owner", "Foreground");
        await Plane.Quiet();

        Assert.Empty(await Names());
    }

    [Fact]
    public async Task In_the_foreground_it_does_not_wait_for_those_that_do_not_block()
    {
        var owner = await Make("owner");
        await Make("child", By(owner, blocks: false));
        await Plane.Change<ConfigMap>(Namespace, "child", map => map with { Metadata = map.Metadata! with { Finalizers = ["test/held"] } });

        await Plane.Delete<ConfigMap>(Namespace, "owner", "Foreground");
        await Plane.Quiet();

        Assert.Equal(["child"], await Names());
        Assert.NotNull((await Plane.Get<ConfigMap>(Namespace, "child"))!.Metadata!.DeletionTimestamp);
    }

    [Fact]
    public async Task Orphaned_children_stay_without_it()
    {
        var owner = await Make("owner");
        await Make("child", By(owner));
        await Make("another", By(owner));

        await Plane.Delete<ConfigMap>(Namespace, "owner", "Orphan");
        await Plane.Quiet();

        Assert.Equal(["another", "child"], await Names());
        Assert.All(await Plane.List<ConfigMap>(Namespace), map => Assert.Null(map.Metadata!.OwnerReferences));
    }

    [Fact]
    public async Task A_family_of_hundreds_goes_with_it()
    {
        var owner = await Make("owner");
        await Task.WhenAll(Enumerable.Range(0, 400).Select(i => Make($"child-{i}", By(owner))));

        await Plane.Delete<ConfigMap>(Namespace, "owner");
        await Plane.Quiet();

        Assert.Empty(await Names());
    }
}
