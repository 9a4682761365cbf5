using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.ControllerRuntime.Work;
using CloudletK8s.Reconcilers.Nodes;
using CloudletK8s.Reconcilers.ZoneEviction;

namespace CloudletK8s.Reconcilers.Tests.ZoneEviction;

public sealed class NodesOfAZoneThatAreLost
{
    private static readonly DateTimeOffset s_now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(10, 1, "one in 10 s")]
    [InlineData(2, 2, "one in 10 s")]
    [InlineData(10, 5, "one in 10 s")]
    [InlineData(10, 6, "none")]
    [InlineData(100, 60, "one in 100 s")]
    [InlineData(10, 10, "spared")]
    public void Are_given_up_as_fast_as_the_zone_allows(int total, int down, string outcome)
    {
        var nodes = Nodes(total, down);
        nodes[0] = Tainted(nodes[0], s_now);

        Assert.Equal(outcome, Outcome(nodes));
    }

    [Fact]
    public void Are_spared_when_no_node_of_the_cluster_answers()
    {
        var plan = ZoneEvictionPlan.Decide(new([Tainted(Nodes(1, 1)[0], s_now)], IsAnyNodeReady: false), s_now);

        Assert.Empty(Assert.IsType<Write.Update<Node>>(Assert.Single(Assert.Single(plan.Steps).Writes)).Object.Spec!.Taints!);
    }

    [Fact]
    public void Go_one_after_the_other_the_longest_lost_first()
    {
        var plan = ZoneEvictionPlan.Decide(new(Nodes(10, 3), IsAnyNodeReady: true), s_now);

        var driven = Assert.IsType<Write.Update<Node>>(Assert.Single(Assert.Single(plan.Steps).Writes)).Object;
        Assert.Equal("n0", driven.Metadata!.Name);
        Assert.True(NodeTaints.Has(driven, NodeTaints.Unreachable, NodeTaints.NoExecute));
        Assert.Equal(TimeSpan.FromSeconds(10), Assert.IsType<ReconcileResult.RequeueAfter>(plan.Result).Delay);
    }

    private static string Outcome(List<Node> nodes)
    {
        var view = new ZoneView(nodes, IsAnyNodeReady: true);
        var plan = ZoneEvictionPlan.Decide(view, s_now);
        if (plan.Steps.Count > 0)
            return "spared";
        if (plan.Result is not ReconcileResult.RequeueAfter(var pause, _))
            return nodes.Count(node => node.ReadyStatus() != "True") > 1 && ZoneHealth.Of(nodes) != ZoneState.Normal ? "none" : "one in 10 s";

        Assert.Single(ZoneEvictionPlan.Decide(view, s_now + pause).Steps);
        return $"one in {pause.TotalSeconds} s";
    }

    private static Node Tainted(Node node, DateTimeOffset at) =>
        node with { Spec = new() { Taints = [new() { Key = NodeTaints.Unreachable, Effect = NodeTaints.NoExecute, TimeAdded = at }] } };

    private static List<Node> Nodes(int total, int down) =>
    [
        .. Enumerable.Range(0, total).Select(i => new Node
        {
            Metadata = new() { Name = $"n{i}" },
            Status = new() { Conditions = [new() { Type = "Ready", Status = i < down ? "Unknown" : "True", LastTransitionTime = s_now.AddSeconds(i) }] },
        }),
    ];
}
