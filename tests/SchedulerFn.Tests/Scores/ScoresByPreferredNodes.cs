using CloudletK8s.SchedulerFn.Tests.Builders;

namespace CloudletK8s.SchedulerFn.Tests.Scores;

public sealed class ScoresByPreferredNodes
{
    [Theory]
    [InlineData("a zone=x; b zone=y", "", "", "a=0 b=0")]
    [InlineData("a zone=x; b zone=y", "", "prefer:1:zone=x", "a=100 b=0")]
    [InlineData("a zone=x; b zone=y", "", "prefer:10:zone=x prefer:5:zone=y", "a=100 b=50")]
    [InlineData("a zone=x; b zone=y", "", "prefer:2:zone=x prefer:3:zone=y", "a=66 b=100")]
    [InlineData("a zone=x; b zone=y", "", "prefer:1:zone=z", "a=0 b=0")]
    [InlineData("a zone=x rack=1; b zone=x; c", "", "prefer:3:zone=x prefer:1:rack=1", "a=100 b=75 c=0")]
    [InlineData("a size=1; b size=9", "", "prefer:1:size>5", "a=0 b=100")]
    [InlineData("a size=1; b size=9", "", "prefer:1:size<5", "a=100 b=0")]
    [InlineData("a zone=x; b", "", "prefer:1:zone", "a=100 b=0")]
    [InlineData("a zone=x; b", "", "prefer:1:!zone", "a=0 b=100")]
    [InlineData("a; b", "", "prefer:1:name=b", "a=0 b=100")]
    [InlineData("a; b", "", "prefer:1:name!=b", "a=100 b=0")]
    [InlineData("a zone=x cordoned; b zone=y; c", "", "prefer:10:zone=x prefer:1:zone=y", "b=100 c=0")]
    [InlineData("a zone=x; b zone=x", "", "prefer:7:zone=x", "a=100 b=100")]
    [InlineData("a zone=x; b zone=y; c zone=z", "", "prefer:100:zone=x prefer:50:zone!=z", "a=100 b=33 c=0")]
    public void Are(string nodes, string existing, string pod, string expected) =>
        Assert.Equal(expected, new Given(nodes, existing).Scores("NodeAffinity", pod));
}
