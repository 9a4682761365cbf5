using CloudletK8s.SchedulerFn.Tests.Builders;

namespace CloudletK8s.SchedulerFn.Tests.Filters;

public sealed class NodesThatWereNotHeardOf
{
    [Theory]
    [InlineData("a silent", "", "", "0/1 nodes are available: 1 node(s) were unreachable.")]
    [InlineData("a silent; b", "", "", "b")]
    [InlineData("a silent site=shop-1", "", "", "0/1 nodes are available: 1 node(s) at site shop-1 were unreachable.")]
    [InlineData("a silent zone=west", "", "", "0/1 nodes are available: 1 node(s) at site west were unreachable.")]
    [InlineData("a silent zone=west site=shop-1", "", "", "0/1 nodes are available: 1 node(s) at site shop-1 were unreachable.")]
    [InlineData("a silent site=x; b silent site=x; c silent site=y", "", "", "0/3 nodes are available: 1 node(s) at site y were unreachable, 2 node(s) at site x were unreachable.")]
    [InlineData("a silent taint:node.kubernetes.io/unreachable:NoSchedule", "", "", "0/1 nodes are available: 1 node(s) had untolerated taint {node.kubernetes.io/unreachable: }.")]
    [InlineData("a silent", "", "tol:node.kubernetes.io/unreachable", "a")]
    [InlineData("a silent", "", "tol:node.kubernetes.io/unreachable:NoSchedule", "a")]
    [InlineData("a silent", "", "tol:node.kubernetes.io/unreachable:NoExecute", "0/1 nodes are available: 1 node(s) were unreachable.")]
    [InlineData("a silent", "", "tol:*", "a")]
    [InlineData("a is:False", "", "", "a")]
    [InlineData("a is:True", "", "", "a")]
    [InlineData("a is:Unknown", "", "", "0/1 nodes are available: 1 node(s) were unreachable.")]
    [InlineData("a silent taint:node.kubernetes.io/unreachable:NoSchedule", "", "tol:node.kubernetes.io/unreachable", "a")]
    [InlineData("a silent; b cpu=1", "", "cpu=2", "0/2 nodes are available: 1 Insufficient cpu, 1 node(s) were unreachable.")]
    public void Admit_or_refuse_pods(string nodes, string existing, string pod, string expected) =>
        Assert.Equal(expected, new Given(nodes, existing).Outcome(pod));
}
