using CloudletK8s.SchedulerFn.Placements;
using CloudletK8s.SchedulerFn.Tests.Builders;

namespace CloudletK8s.SchedulerFn.Tests.Clusters;

public sealed class PromisedVolumes
{
    private const string Storage = "class slow waits; class made waits by=csi; claim c class=slow; claim d class=slow; claim m class=made; volume v class=slow only:host=a";

    [Fact]
    public void Are_named_in_the_placement()
    {
        var given = new Given("a; b", storage: Storage);

        var placed = Assert.IsType<Placement.Placed>(given.Schedule("pvc=c pvc=m"));

        Assert.Equal("a", placed.Node);
        Assert.Equal("v", Assert.Single(placed.Volumes.Matches).Volume);
        Assert.Equal("m", Assert.Single(placed.Volumes.Provisions).Name);
    }

    [Fact]
    public void Are_not_promised_twice_until_the_pod_is_given_up()
    {
        var given = new Given("a; b", storage: Storage);
        var first = given.State.Compiler.Compile(PodText.One("first pvc=c"));
        var placed = Assert.IsType<Placement.Placed>(given.Engine.Schedule(first));

        given.State.Assume(first, placed.Node, placed.Volumes);
        Assert.Equal("0/2 nodes are available: 2 node(s) didn't find available persistent volumes to bind.", given.Outcome("pvc=d"));
        Assert.Equal("a", given.Outcome("pvc=c"));

        given.State.Forget(first);
        Assert.Equal("a", given.Outcome("pvc=d"));
    }

    [Fact]
    public void Bind_a_claim_that_is_being_made_to_its_node()
    {
        var given = new Given("a; b", storage: Storage);
        var first = given.State.Compiler.Compile(PodText.One("first pvc=m"));
        Assert.Equal("a b", given.Outcome("pvc=m"));

        given.State.Assume(first, "b", new() { Provisions = [new("default", "m")] });

        Assert.Equal("b", given.Outcome("pvc=m"));
    }

    [Fact]
    public void Count_as_attached_where_the_driver_has_a_limit()
    {
        var given = new Given("a; b", storage: "class made waits by=csi; claim m class=made; claim n class=made; csinode a csi=1; csinode b csi=1");
        var first = given.State.Compiler.Compile(PodText.One("first pvc=m"));
        given.State.Assume(first, "a", new() { Provisions = [new("default", "m")] });

        Assert.Equal("b", given.Outcome("pvc=n"));
    }
}
