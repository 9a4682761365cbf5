using CloudletK8s.SchedulerFn.Tests.Builders;

namespace CloudletK8s.SchedulerFn.Tests.Filters;

public sealed class TaintedNodes
{
    [Theory]
    [InlineData("a taint:k=v", "", "", "0/1 nodes are available: 1 node(s) had untolerated taint {k: v}.")]
    [InlineData("a taint:k=v; b", "", "", "b")]
    [InlineData("a taint:k=v:NoExecute", "", "", "0/1 nodes are available: 1 node(s) had untolerated taint {k: v}.")]
    [InlineData("a taint:k=v:PreferNoSchedule", "", "", "a")]
    [InlineData("a taint:k=v", "", "tol:k=v", "a")]
    [InlineData("a taint:k=v", "", "tol:k=w", "0/1 nodes are available: 1 node(s) had untolerated taint {k: v}.")]
    [InlineData("a taint:k=v", "", "tol:k", "a")]
    [InlineData("a taint:k=v", "", "tol:k:NoSchedule", "a")]
    [InlineData("a taint:k=v", "", "tol:k:NoExecute", "0/1 nodes are available: 1 node(s) had untolerated taint {k: v}.")]
    [InlineData("a taint:k=v:NoExecute", "", "tol:k=v:NoExecute", "a")]
    [InlineData("a taint:k=v", "", "tol:*", "a")]
    [InlineData("a taint:k=v", "", "tol:*:NoExecute", "0/1 nodes are available: 1 node(s) had untolerated taint {k: v}.")]
    [InlineData("a taint:k=v taint:l=w", "", "tol:k", "0/1 nodes are available: 1 node(s) had untolerated taint {l: w}.")]
    [InlineData("a taint:k=v taint:l=w", "", "", "0/1 nodes are available: 1 node(s) had untolerated taint {k: v}.")]
    [InlineData("a taint:k=v taint:l=w", "", "tol:k tol:l=w", "a")]
    [InlineData("a taint:k=1; b taint:k=1; c taint:k=2", "", "", "0/3 nodes are available: 1 node(s) had untolerated taint {k: 2}, 2 node(s) had untolerated taint {k: 1}.")]
    [InlineData("a taint:k", "", "", "0/1 nodes are available: 1 node(s) had untolerated taint {k: }.")]
    [InlineData("a taint:k", "", "tol:k=", "a")]
    [InlineData("a taint:node.kubernetes.io/not-ready:NoSchedule", "", "", "0/1 nodes are available: 1 node(s) had untolerated taint {node.kubernetes.io/not-ready: }.")]
    public void Admit_or_refuse_pods(string nodes, string existing, string pod, string expected) =>
        Assert.Equal(expected, new Given(nodes, existing).Outcome(pod));
}
