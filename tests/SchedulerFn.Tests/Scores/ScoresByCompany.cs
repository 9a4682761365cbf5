using CloudletK8s.SchedulerFn.Tests.Builders;

namespace CloudletK8s.SchedulerFn.Tests.Scores;

public sealed class ScoresByCompany
{
    [Theory]
    [InlineData("a zone=x; b zone=y", "o @a app=w", "", "a=0 b=0")]
    [InlineData("a zone=x; b zone=y", "o @a app=w", "paff:10:zone:app=w", "a=100 b=0")]
    [InlineData("a zone=x; b zone=y", "o @a app=w", "panti:10:zone:app=w", "a=0 b=100")]
    [InlineData("a zone=x; b zone=x; c zone=y", "o @a app=w", "paff:10:zone:app=w", "a=100 b=100 c=0")]
    [InlineData("a zone=x; b zone=x; c zone=y", "o @a app=w", "paff:10:zone:app=w paff:5:host:app=w", "a=100 b=66 c=0")]
    [InlineData("a zone=x; b zone=y", "o @a app=w; p @b app=w; q @b app=w", "paff:10:zone:app=w", "a=0 b=100")]
    [InlineData("a zone=x; b zone=y; c zone=z", "o @a app=w; p @b app=w; q @b app=w", "paff:10:zone:app=w", "a=50 b=100 c=0")]
    [InlineData("a zone=x; b zone=y", "o @a paff:5:zone:app=w", "app=w", "a=100 b=0")]
    [InlineData("a zone=x; b zone=y", "o @a panti:5:zone:app=w", "app=w", "a=0 b=100")]
    [InlineData("a zone=x; b zone=y", "o @a aff:zone:app=w", "app=w", "a=100 b=0")]
    [InlineData("a zone=x; b zone=y", "o @a aff:zone:app=w; p @b paff:2:zone:app=w", "app=w", "a=0 b=100")]
    [InlineData("a zone=x; b zone=y", "o @a app=w ns=other", "paff:10:zone:app=w", "a=0 b=0")]
    [InlineData("a zone=x; b zone=y", "o @a app=w ns=other", "paff:10:zone:app=w@other", "a=100 b=0")]
    [InlineData("a zone=x; b", "o @b app=w", "paff:10:zone:app=w", "a=0 b=0")]
    [InlineData("a zone=x; b zone=y", "o @a app=w; p @b app=z", "paff:10:zone:app=w panti:5:zone:app=z", "a=100 b=0")]
    [InlineData("a zone=x; b zone=y", "o @a app=w; p @b app=w", "paff:10:zone:app=w", "a=0 b=0")]
    public void Are(string nodes, string existing, string pod, string expected) =>
        Assert.Equal(expected, new Given(nodes, existing).Scores("InterPodAffinity", pod));
}
