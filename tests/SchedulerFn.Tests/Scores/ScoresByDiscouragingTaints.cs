using CloudletK8s.SchedulerFn.Tests.Builders;

namespace CloudletK8s.SchedulerFn.Tests.Scores;

public sealed class ScoresByDiscouragingTaints
{
    [Theory]
    [InlineData("a; b", "", "", "a=100 b=100")]
    [InlineData("a taint:k=v:PreferNoSchedule; b", "", "", "a=0 b=100")]
    [InlineData("a taint:k=v:PreferNoSchedule; b taint:k=v:PreferNoSchedule", "", "", "a=0 b=0")]
    [InlineData("a taint:k=1:PreferNoSchedule taint:l=1:PreferNoSchedule; b taint:k=1:PreferNoSchedule; c", "", "", "a=0 b=50 c=100")]
    [InlineData("a taint:k=v:PreferNoSchedule; b", "", "tol:k", "a=100 b=100")]
    [InlineData("a taint:k=v:PreferNoSchedule; b", "", "tol:k=v:PreferNoSchedule", "a=100 b=100")]
    [InlineData("a taint:k=v:PreferNoSchedule; b", "", "tol:k=w", "a=0 b=100")]
    [InlineData("a taint:k=v:PreferNoSchedule; b", "", "tol:k:NoSchedule", "a=0 b=100")]
    [InlineData("a taint:k=v:PreferNoSchedule; b", "", "tol:*", "a=100 b=100")]
    [InlineData("a taint:k=v; b", "", "tol:k", "a=100 b=100")]
    [InlineData("a taint:k=v:NoExecute; b", "", "tol:k", "a=100 b=100")]
    [InlineData("a taint:k=1:PreferNoSchedule taint:l=1:PreferNoSchedule; b taint:k=1:PreferNoSchedule; c", "", "tol:k", "a=0 b=100 c=100")]
    [InlineData("a taint:k=1:PreferNoSchedule taint:l=1:PreferNoSchedule taint:m=1:PreferNoSchedule; b taint:k=1:PreferNoSchedule; c", "", "", "a=0 b=67 c=100")]
    [InlineData("a taint:k=v:PreferNoSchedule; b cordoned", "", "", "a=0")]
    [InlineData("a taint:k=v:PreferNoSchedule; b cpu=1; c", "", "cpu=2", "a=0 c=100")]
    public void Are(string nodes, string existing, string pod, string expected) =>
        Assert.Equal(expected, new Given(nodes, existing).Scores("TaintToleration", pod));
}
