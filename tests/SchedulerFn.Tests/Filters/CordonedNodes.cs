using CloudletK8s.SchedulerFn.Tests.Builders;

namespace CloudletK8s.SchedulerFn.Tests.Filters;

public sealed class CordonedNodes
{
    [Theory]
    [InlineData("a; b cordoned", "", "", "a")]
    [InlineData("a cordoned", "", "", "0/1 nodes are available: 1 node(s) were unschedulable.")]
    [InlineData("a cordoned; b cordoned; c cordoned", "", "", "0/3 nodes are available: 3 node(s) were unschedulable.")]
    [InlineData("a cordoned", "", "tol:node.kubernetes.io/unschedulable", "a")]
    [InlineData("a cordoned", "", "tol:node.kubernetes.io/unschedulable:NoSchedule", "a")]
    [InlineData("a cordoned", "", "tol:node.kubernetes.io/unschedulable:NoExecute", "0/1 nodes are available: 1 node(s) were unschedulable.")]
    [InlineData("a cordoned", "", "tol:node.kubernetes.io/unschedulable:PreferNoSchedule", "0/1 nodes are available: 1 node(s) were unschedulable.")]
    [InlineData("a cordoned", "", "tol:*", "a")]
    [InlineData("a cordoned", "", "tol:*:NoSchedule", "a")]
    [InlineData("a cordoned", "", "tol:*:NoExecute", "0/1 nodes are available: 1 node(s) were unschedulable.")]
    [InlineData("a cordoned", "", "tol:other", "0/1 nodes are available: 1 node(s) were unschedulable.")]
    [InlineData("a cordoned", "", "tol:node.kubernetes.io/unschedulable=", "a")]
    [InlineData("a cordoned", "", "tol:node.kubernetes.io/unschedulable=x", "0/1 nodes are available: 1 node(s) were unschedulable.")]
    [InlineData("a cordoned taint:node.kubernetes.io/unschedulable", "", "", "0/1 nodes are available: 1 node(s) were unschedulable.")]
    [InlineData("a taint:node.kubernetes.io/unschedulable", "", "", "0/1 nodes are available: 1 node(s) had untolerated taint {node.kubernetes.io/unschedulable: }.")]
    [InlineData("a cordoned taint:k=v; b", "", "tol:node.kubernetes.io/unschedulable", "b")]
    [InlineData("a cordoned; b cpu=1", "", "cpu=2", "0/2 nodes are available: 1 Insufficient cpu, 1 node(s) were unschedulable.")]
    public void Admit_or_refuse_pods(string nodes, string existing, string pod, string expected) =>
        Assert.Equal(expected, new Given(nodes, existing).Outcome(pod));
}
