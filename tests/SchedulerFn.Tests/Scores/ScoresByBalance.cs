using CloudletK8s.SchedulerFn.Tests.Builders;

namespace CloudletK8s.SchedulerFn.Tests.Scores;

public sealed class ScoresByBalance
{
    [Theory]
    [InlineData("a", "", "cpu=1 mem=2Gi", "a=100")]
    [InlineData("a", "", "cpu=2", "a=75")]
    [InlineData("a", "", "cpu=4", "a=50")]
    [InlineData("a", "", "mem=8Gi", "a=50")]
    [InlineData("a", "", "cpu=1 mem=4Gi", "a=87")]
    [InlineData("a", "", "", "a=100")]
    [InlineData("a; b cpu=2", "", "cpu=1 mem=2Gi", "a=100 b=87")]
    [InlineData("a", "o @a cpu=2", "mem=4Gi", "a=100")]
    [InlineData("a", "o @a cpu=2", "cpu=2", "a=50")]
    [InlineData("a", "o @a cpu=9", "mem=8Gi", "a=100")]
    [InlineData("a", "o @a cpu=9", "mem=4Gi", "a=75")]
    [InlineData("a cpu=0", "", "mem=4Gi", "a=100")]
    [InlineData("a", "o @a", "cpu=1 mem=2Gi", "a=100")]
    [InlineData("a; b", "o @a cpu=1 mem=2Gi; p @b cpu=2", "cpu=1 mem=2Gi", "a=100 b=75")]
    [InlineData("a", "", "cpu=3 mem=2Gi", "a=75")]
    public void Are(string nodes, string existing, string pod, string expected) =>
        Assert.Equal(expected, new Given(nodes, existing).Scores("NodeResourcesBalancedAllocation", pod));
}
