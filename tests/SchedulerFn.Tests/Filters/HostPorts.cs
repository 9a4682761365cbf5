using CloudletK8s.SchedulerFn.Tests.Builders;

namespace CloudletK8s.SchedulerFn.Tests.Filters;

public sealed class HostPorts
{
    [Theory]
    [InlineData("a; b", "old @a port=80", "port=80", "b")]
    [InlineData("a", "old @a port=80", "port=80", "0/1 nodes are available: 1 node(s) didn't have free ports for the requested pod ports.")]
    [InlineData("a", "old @a port=80", "port=81", "a")]
    [InlineData("a", "old @a port=80", "port=80/UDP", "a")]
    [InlineData("a", "old @a port=80/UDP", "port=80/UDP", "0/1 nodes are available: 1 node(s) didn't have free ports for the requested pod ports.")]
    [InlineData("a", "old @a port=80/SCTP", "port=80/TCP", "a")]
    [InlineData("a", "old @a port=10.0.0.1-80", "port=10.0.0.2-80", "a")]
    [InlineData("a", "old @a port=10.0.0.1-80", "port=10.0.0.1-80", "0/1 nodes are available: 1 node(s) didn't have free ports for the requested pod ports.")]
    [InlineData("a", "old @a port=10.0.0.1-80", "port=80", "0/1 nodes are available: 1 node(s) didn't have free ports for the requested pod ports.")]
    [InlineData("a", "old @a port=80", "port=10.0.0.1-80", "0/1 nodes are available: 1 node(s) didn't have free ports for the requested pod ports.")]
    [InlineData("a", "old @a port=0.0.0.0-80", "port=10.0.0.1-80", "0/1 nodes are available: 1 node(s) didn't have free ports for the requested pod ports.")]
    [InlineData("a", "old @a port=80 port=81", "port=82 port=81", "0/1 nodes are available: 1 node(s) didn't have free ports for the requested pod ports.")]
    [InlineData("a", "old @a port=80", "port=82 port=81", "a")]
    [InlineData("a", "old @a sidecar:port=80", "port=80", "0/1 nodes are available: 1 node(s) didn't have free ports for the requested pod ports.")]
    [InlineData("a", "old @a init:port=80", "port=80", "a")]
    [InlineData("a", "old @a and:port=80", "port=80", "0/1 nodes are available: 1 node(s) didn't have free ports for the requested pod ports.")]
    [InlineData("a", "old @a port=80", "sidecar:port=80", "0/1 nodes are available: 1 node(s) didn't have free ports for the requested pod ports.")]
    [InlineData("a", "old @a", "port=80", "a")]
    [InlineData("a", "", "port=80 port=80", "a")]
    [InlineData("a; b", "old @a port=80; other @b port=80", "port=80", "0/2 nodes are available: 2 node(s) didn't have free ports for the requested pod ports.")]
    public void Admit_or_refuse_pods(string nodes, string existing, string pod, string expected) =>
        Assert.Equal(expected, new Given(nodes, existing).Outcome(pod));
}
