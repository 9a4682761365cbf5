using CloudletK8s.SchedulerFn.Tests.Builders;

namespace CloudletK8s.SchedulerFn.Tests.Filters;

public sealed class NodeAffinityRules
{
    [Theory]
    [InlineData("a zone=x; b zone=y", "", "sel:zone=x", "a")]
    [InlineData("a zone=x; b zone=y", "", "sel:zone=z", "0/2 nodes are available: 2 node(s) didn't match Pod's node affinity/selector.")]
    [InlineData("a zone=x rack=1; b zone=x", "", "sel:zone=x sel:rack=1", "a")]
    [InlineData("a; b", "", "want:host=b", "b")]
    [InlineData("a zone=x; b zone=y; c", "", "want:zone=x|y", "a b")]
    [InlineData("a zone=x; b zone=y; c", "", "want:zone!=x", "b c")]
    [InlineData("a zone=x; b", "", "want:zone", "a")]
    [InlineData("a zone=x; b", "", "want:!zone", "b")]
    [InlineData("a size=3; b size=10; c size=x; d", "", "want:size>5", "b")]
    [InlineData("a size=3; b size=10; c size=x; d", "", "want:size<5", "a")]
    [InlineData("a size=-3; b size=0", "", "want:size<0", "a")]
    [InlineData("a zone=x rack=1; b zone=x rack=2; c zone=y rack=1", "", "want:zone=x want:rack=1", "a")]
    [InlineData("a zone=x; b zone=y; c zone=z", "", "want:zone=x or:zone=y", "a b")]
    [InlineData("a; b; c", "", "want:name=b", "b")]
    [InlineData("a; b; c", "", "want:name!=b", "a c")]
    [InlineData("a; b; c", "", "want:name=b or:name=c", "b c")]
    [InlineData("a zone=x; b", "", "want:name=a want:zone=x", "a")]
    [InlineData("a zone=x; b", "", "want:name=b want:zone=x", "0/2 nodes are available: 1 node(s) didn't match Pod's node affinity/selector, 1 node(s) didn't satisfy plugin(s) [NodeAffinity].")]
    [InlineData("a; b", "", "want:name=z", "0/2 nodes are available: 2 node(s) didn't satisfy plugin(s) [NodeAffinity].")]
    [InlineData("a; b", "", "want:name=a want:name=b", "0/2 nodes are available: pod affinity terms conflict.")]
    [InlineData("a zone=x; b zone=y", "", "sel:zone=x want:zone=y", "0/2 nodes are available: 2 node(s) didn't match Pod's node affinity/selector.")]
    [InlineData("a size=3", "", "want:size>a", "0/1 nodes are available: 1 node(s) didn't match Pod's node affinity/selector.")]
    [InlineData("a zone=x", "", "prefer:1:zone=y", "a")]
    public void Admit_or_refuse_pods(string nodes, string existing, string pod, string expected) =>
        Assert.Equal(expected, new Given(nodes, existing).Outcome(pod));
}
