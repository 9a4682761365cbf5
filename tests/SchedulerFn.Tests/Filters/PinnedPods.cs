using CloudletK8s.SchedulerFn.Tests.Builders;

namespace CloudletK8s.SchedulerFn.Tests.Filters;

public sealed class PinnedPods
{
    [Theory]
    [InlineData("a site=x; b site=y", "", "pin=x", "a")]
    [InlineData("a site=x; b site=y", "", "pin=y", "b")]
    [InlineData("a zone=x; b zone=y", "", "pin=x", "a")]
    [InlineData("a zone=x; b site=x; c", "", "pin=x", "a b")]
    [InlineData("a zone=x site=y", "", "pin=x", "a")]
    [InlineData("a zone=x site=y", "", "pin=y", "a")]
    [InlineData("a; b", "", "pin=x", "0/2 nodes are available: 2 node(s) weren't at site x, which the pod is pinned to.")]
    [InlineData("a site=X", "", "pin=x", "0/1 nodes are available: 1 node(s) weren't at site x, which the pod is pinned to.")]
    [InlineData("a site=x; b", "", "", "a b")]
    [InlineData("a site=x; b", "", "pin=", "a b")]
    [InlineData("a site=x cpu=1; b site=y", "", "pin=x cpu=2", "0/2 nodes are available: 1 Insufficient cpu, 1 node(s) weren't at site x, which the pod is pinned to.")]
    [InlineData("a site=x cordoned; b site=x", "", "pin=x", "b")]
    [InlineData("a site=x silent; b site=y", "", "pin=x", "0/2 nodes are available: 1 node(s) at site x were unreachable, 1 node(s) weren't at site x, which the pod is pinned to.")]
    [InlineData("a site=x rack=1; b site=x", "", "pin=x sel:rack=1", "a")]
    [InlineData("a site=x; b site=y rack=1", "", "pin=x sel:rack=1", "0/2 nodes are available: 1 node(s) didn't match Pod's node affinity/selector, 1 node(s) weren't at site x, which the pod is pinned to.")]
    [InlineData("a site=shop-12; b site=shop-1", "", "pin=shop-1", "b")]
    public void Admit_or_refuse_pods(string nodes, string existing, string pod, string expected) =>
        Assert.Equal(expected, new Given(nodes, existing).Outcome(pod));
}
