using CloudletK8s.SchedulerFn.Placements;
using CloudletK8s.SchedulerFn.Tests.Builders;

namespace CloudletK8s.SchedulerFn.Tests.Evaluations;

public sealed class ManyKindsOfPods
{
    [Fact]
    public void Do_not_pile_up_in_what_is_remembered()
    {
        var given = new Given("a zone=x; b zone=y");
        for (var i = 0; i < 3000; i++)
            Assert.IsType<Placement.Placed>(given.Schedule($"app=w{i} anti:host:app=w{i} paff:1:zone:app=w{i} spread:zone:1:app=w{i}"));

        Assert.InRange(given.State.Uses.Count(), 1, 1024);
        Assert.InRange(given.State.Topology.Counters.Count, 1, 3 * 1024);
    }

    [Fact]
    public void Are_answered_right_after_more_changes_than_the_log_keeps()
    {
        var given = new Given("a cpu=2; b cpu=2");
        Assert.Equal("a b", given.Outcome("cpu=1"));
        for (var i = 0; i < 40_000; i++)
        {
            given.State.Apply(PodText.One("x @b cpu=1"));
            given.State.RemovePod("default", "x");
        }

        given.State.Apply(PodText.One("y @a cpu=2"));

        Assert.Equal("b", given.Outcome("cpu=1"));
        Assert.Equal("b", Assert.IsType<Placement.Placed>(given.Schedule("cpu=1")).Node);
    }

    [Fact]
    public void Follow_nodes_that_come_go_and_change()
    {
        var given = new Given("a");
        for (var round = 0; round < 300; round++)
        {
            given.State.Apply(NodeText.One($"n{round} zone=z{round}"));
            Assert.Equal($"n{round}", given.Outcome($"sel:zone=z{round}"));
            Assert.Equal(2 + Math.Min(round, 99), given.Outcome("").Split(' ').Length);
            if (round >= 99)
                given.State.RemoveNode($"n{round - 99}");
        }
    }

    [Fact]
    public void See_images_spread_over_the_nodes()
    {
        var given = new Given("a image:i:1=1000; b; c; d");
        Assert.Equal("a=23 b=0 c=0 d=0", given.Scores("ImageLocality", "image=i:1"));

        given.State.Apply(NodeText.One("b image:i:1=1000"));
        Assert.Equal("a=48 b=48 c=0 d=0", given.Scores("ImageLocality", "image=i:1"));

        given.State.RemoveNode("c");
        given.State.RemoveNode("d");
        Assert.Equal("a=100 b=100", given.Scores("ImageLocality", "image=i:1"));
    }
}
