using CloudletK8s.SchedulerFn.Tests.Builders;

namespace CloudletK8s.SchedulerFn.Tests.Scores;

public sealed class ScoresBySoftSpreading
{
    [Theory]
    [InlineData("a zone=x; b zone=y", "", "even:zone:1:*", "a=100 b=100")]
    [InlineData("a zone=x; b zone=y", "o @a", "even:zone:1:*", "a=0 b=100")]
    [InlineData("a zone=x; b zone=y", "o @a; p @a; q @b", "even:zone:1:*", "a=33 b=100")]
    [InlineData("a zone=x; b zone=y", "o @a", "even:zone:2:*", "a=50 b=100")]
    [InlineData("a zone=x; b", "", "even:zone:1:*", "a=100 b=0")]
    [InlineData("a zone=x; b zone=y", "o @a app=z", "even:zone:1:app=w", "a=100 b=100")]
    [InlineData("a zone=x; b zone=y", "o @a ns=other", "even:zone:1:*", "a=100 b=100")]
    [InlineData("a zone=x; b zone=y", "o @a leaving", "even:zone:1:*", "a=100 b=100")]
    [InlineData("a; b; c", "o @a", "even:host:1:*", "a=0 b=100 c=100")]
    [InlineData("a zone=x; b zone=x; c zone=y", "o @a", "even:zone:1:*", "a=0 b=0 c=100")]
    [InlineData("a zone=x; b zone=x; c zone=y", "o @a", "even:zone:1:* even:host:1:*", "a=0 b=66 c=100")]
    [InlineData("a zone=x; b zone=y taint:k=v", "o @b; p @b", "even:zone:1:*", "a=100")]
    [InlineData("a zone=x; b zone=y; c zone=y cordoned", "o @c", "even:zone:1:*", "a=100 b=0")]
    [InlineData("a zone=x; b zone=y", "o @a", "spread:zone:5:*", "a=0 b=0")]
    [InlineData("a zone=x; b zone=y", "o @a", "", "a=0 b=0")]
    [InlineData("a zone=x; b zone=y", "o @a tier=1", "tier=2 even:zone:1:*:same=tier", "a=100 b=100")]
    public void Are(string nodes, string existing, string pod, string expected) =>
        Assert.Equal(expected, new Given(nodes, existing).Scores("PodTopologySpread", pod));
}
