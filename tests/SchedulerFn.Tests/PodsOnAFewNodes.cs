using CloudletK8s.SchedulerFn.Clusters;
using CloudletK8s.SchedulerFn.Placements;
using CloudletK8s.SchedulerFn.Profiles;
using CloudletK8s.SchedulerFn.Tests.Builders;

namespace CloudletK8s.SchedulerFn.Tests;

public sealed class PodsOnAFewNodes
{
    private readonly ClusterState _state = new();
    private readonly Engine _engine;

    public PodsOnAFewNodes() => _engine = new(_state, new SchedulerConfiguration(), new Random(1));

    [Fact]
    public void Go_where_there_is_most_room()
    {
        _state.Apply(Make.Node("a"));
        _state.Apply(Make.Node("b"));
        _state.Apply(Make.Pod("old").Asks("cpu", "2").On("a"));

        var placed = Assert.IsType<Placement.Placed>(_engine.Schedule(_state.Compiler.Compile(Make.Pod("new").Asks("cpu", "1"))));

        Assert.Equal("b", placed.Node);
    }

    [Fact]
    public void Are_told_why_they_go_nowhere_in_Kubernetes_words()
    {
        _state.Apply(Make.Node("a").Allocatable("cpu", "1"));
        _state.Apply(Make.Node("b").Allocatable("cpu", "1"));
        for (var i = 0; i < 3; i++)
            _state.Apply(Make.Node($"t{i}").Taint("dedicated", "infra"));

        var refused = Assert.IsType<Placement.Unschedulable>(_engine.Schedule(_state.Compiler.Compile(Make.Pod("new").Asks("cpu", "2"))));

        Assert.StartsWith("0/5 nodes are available: 2 Insufficient cpu, 3 node(s) had untolerated taint {dedicated: infra}.", refused.Diagnosis.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Count_where_they_were_assumed_until_forgotten()
    {
        _state.Apply(Make.Node("a").Allocatable("pods", "1"));
        var first = _state.Compiler.Compile(Make.Pod("first"));
        var second = _state.Compiler.Compile(Make.Pod("second"));

        _state.Assume(first, "a");
        Assert.IsType<Placement.Unschedulable>(_engine.Schedule(second));
        _state.Forget(first);

        Assert.IsType<Placement.Placed>(_engine.Schedule(second));
    }

    [Fact]
    public void Hear_that_there_are_no_nodes() => Assert.Equal(
        "no nodes available to schedule pods",
        Assert.IsType<Placement.Unschedulable>(_engine.Schedule(_state.Compiler.Compile(Make.Pod("new")))).Diagnosis.Message);
}
