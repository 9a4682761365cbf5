using CloudletK8s.SchedulerFn.Placements;
using CloudletK8s.SchedulerFn.Tests.Builders;

namespace CloudletK8s.SchedulerFn.Tests.Filters;

public sealed class SchedulingGates
{
    [Theory]
    [InlineData("a", "gate=x", "0/1 nodes are available: waiting for scheduling gates: [x].")]
    [InlineData("a", "gate=x gate=y", "0/1 nodes are available: waiting for scheduling gates: [x y].")]
    [InlineData("a; b", "gate=x", "0/2 nodes are available: waiting for scheduling gates: [x].")]
    [InlineData("a cordoned", "gate=x", "0/1 nodes are available: waiting for scheduling gates: [x].")]
    [InlineData("a cpu=1", "gate=x cpu=2", "0/1 nodes are available: waiting for scheduling gates: [x].")]
    [InlineData("a", "gate=example.com/quota", "0/1 nodes are available: waiting for scheduling gates: [example.com/quota].")]
    [InlineData("a", "gate=y gate=x", "0/1 nodes are available: waiting for scheduling gates: [y x].")]
    [InlineData("a", "gate=x prio=1000", "0/1 nodes are available: waiting for scheduling gates: [x].")]
    [InlineData("a", "gate=x never", "0/1 nodes are available: waiting for scheduling gates: [x].")]
    [InlineData("a", "gate=x pvc=none", "0/1 nodes are available: waiting for scheduling gates: [x].")]
    [InlineData("a", "gate=x sel:zone=y", "0/1 nodes are available: waiting for scheduling gates: [x].")]
    [InlineData("a", "gate=x tol:*", "0/1 nodes are available: waiting for scheduling gates: [x].")]
    [InlineData("a", "gate=x nominated=a", "0/1 nodes are available: waiting for scheduling gates: [x].")]
    [InlineData("", "gate=x", "no nodes available to schedule pods")]
    [InlineData("a", "", " fits")]
    public void Hold_pods_back_before_any_node_is_looked_at(string nodes, string pod, string expected)
    {
        var placement = new Given(nodes).Schedule(pod);

        Assert.Equal(expected, placement is Placement.Unschedulable refused ? refused.Diagnosis.Message : " fits");
    }

    [Fact]
    public void Count_for_nothing_where_the_profile_leaves_them_out() =>
        Assert.IsType<Placement.Placed>(new Given("a", profile: new() { ChecksGates = false }).Schedule("gate=x"));
}
