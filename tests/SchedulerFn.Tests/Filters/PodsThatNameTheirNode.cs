using CloudletK8s.SchedulerFn.Tests.Builders;

namespace CloudletK8s.SchedulerFn.Tests.Filters;

public sealed class PodsThatNameTheirNode
{
    [Theory]
    [InlineData("a; b", "", "", "a b")]
    [InlineData("a; b", "", "@a", "a")]
    [InlineData("a; b", "", "@b", "b")]
    [InlineData("a; b; c", "", "@c", "c")]
    [InlineData("a; b", "", "@z", "0/2 nodes are available: 2 node(s) didn't match the requested node name.")]
    [InlineData("a", "", "@z", "0/1 nodes are available: 1 node(s) didn't match the requested node name.")]
    [InlineData("a; b cordoned", "", "@b", "0/2 nodes are available: 1 node(s) didn't match the requested node name, 1 node(s) were unschedulable.")]
    [InlineData("a; b cpu=1", "", "@b cpu=2", "0/2 nodes are available: 1 Insufficient cpu, 1 node(s) didn't match the requested node name.")]
    [InlineData("a; b taint:k=v", "", "@b", "0/2 nodes are available: 1 node(s) didn't match the requested node name, 1 node(s) had untolerated taint {k: v}.")]
    [InlineData("a; b taint:k=v", "", "@b tol:k", "b")]
    [InlineData("a; A", "", "@A", "A")]
    [InlineData("a; aa", "", "@a", "a")]
    [InlineData("a pods=0; b", "", "@a", "0/2 nodes are available: 1 Too many pods, 1 node(s) didn't match the requested node name.")]
    [InlineData("a zone=x; b zone=y", "", "@a sel:zone=y", "0/2 nodes are available: 1 node(s) didn't match Pod's node affinity/selector, 1 node(s) didn't match the requested node name.")]
    [InlineData("a zone=x; b zone=y", "", "@b sel:zone=y", "b")]
    [InlineData("a; b", "old @a port=80", "@a port=80", "0/2 nodes are available: 1 node(s) didn't have free ports for the requested pod ports, 1 node(s) didn't match the requested node name.")]
    public void Admit_or_refuse_pods(string nodes, string existing, string pod, string expected) =>
        Assert.Equal(expected, new Given(nodes, existing).Outcome(pod));
}
