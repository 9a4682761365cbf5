using CloudletK8s.SchedulerFn.Clusters;
using CloudletK8s.SchedulerFn.Placements;
using CloudletK8s.SchedulerFn.Tests.Builders;

namespace CloudletK8s.SchedulerFn.Tests;

public sealed class PodsOnAFewNodes
{
    [Fact]
    public void Go_where_there_is_most_room()
    {
        var given = new Given("a; b", "old @a cpu=2");

        Assert.Equal("b", Assert.IsType<Placement.Placed>(given.Schedule("cpu=1")).Node);
    }

    [Fact]
    public void Are_told_why_they_go_nowhere_in_Kubernetes_words()
    {
        var given = new Given("a cpu=1; b cpu=1; t1 taint:dedicated=infra; t2 taint:dedicated=infra; t3 taint:dedicated=infra");

        var refused = Assert.IsType<Placement.Unschedulable>(given.Schedule("cpu=2"));

        Assert.Equal(
            "0/5 nodes are available: 2 Insufficient cpu, 3 node(s) had untolerated taint {dedicated: infra}. preemption: 0/5 nodes are available: "
            + "2 No preemption victims found for incoming pod, 3 Preemption is not helpful for scheduling.",
            refused.Diagnosis.Message);
        Assert.Equal(["NodeResourcesFit", "TaintToleration"], refused.Diagnosis.Plugins);
    }

    [Fact]
    public void Count_where_they_were_assumed_until_forgotten()
    {
        var given = new Given("a pods=1");
        var first = given.State.Compiler.Compile(PodText.One("first"));

        given.State.Assume(first, "a");
        Assert.IsType<Placement.Unschedulable>(given.Schedule(""));
        given.State.Forget(first);

        Assert.IsType<Placement.Placed>(given.Schedule(""));
    }

    [Fact]
    public void Stay_where_they_were_assumed_when_news_from_before_comes_late()
    {
        var given = new Given("a pods=1");
        given.State.Assume(given.State.Compiler.Compile(PodText.One("first")), "a");

        given.State.Apply(PodText.One("first"));
        Assert.IsType<Placement.Unschedulable>(given.Schedule(""));

        given.State.Apply(PodText.One("first @a"));
        given.State.Forget(given.State.Compiler.Compile(PodText.One("first")));
        Assert.IsType<Placement.Unschedulable>(given.Schedule(""));
    }

    [Fact]
    public void Stay_where_another_scheduler_has_bound_them()
    {
        var given = new Given("a pods=1; b pods=1", "first @a");
        given.State.Assume(given.State.Compiler.Compile(PodText.One("first")), "b");

        Assert.Equal("b", given.Outcome(""));
    }

    [Fact]
    public void Keep_their_nomination_while_they_are_tried()
    {
        var given = new Given("a cpu=2", "o @a cpu=2; n nominated=a cpu=2 prio=5");
        given.Engine.Schedule(given.State.Compiler.Compile(PodText.One("n cpu=2 prio=5")));
        given.State.RemovePod("default", "o");
        Assert.Equal("0/1 nodes are available: 1 Insufficient cpu.", given.Outcome("cpu=1"));

        given.State.Apply(PodText.One("n cpu=2 prio=5"));
        Assert.Equal("a", given.Outcome("cpu=1"));
    }

    [Fact]
    public void Hear_that_there_are_no_nodes() =>
        Assert.Equal("no nodes available to schedule pods", Assert.IsType<Placement.Unschedulable>(new Given("").Schedule("")).Diagnosis.Message);
}
