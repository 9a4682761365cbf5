using CloudletK8s.SchedulerFn.Tests.Builders;

namespace CloudletK8s.SchedulerFn.Tests.Scores;

public sealed class ScoresByDataLocality
{
    [Theory]
    [InlineData("a; b", "", "", "", "a=0 b=0")]
    [InlineData("a; b", "", "", "near=a", "a=100 b=0")]
    [InlineData("a site=s; b", "", "", "near=s", "a=60 b=0")]
    [InlineData("a zone=x; b", "", "", "near=x", "a=60 b=0")]
    [InlineData("a site=s; b", "", "", "near=s,b", "a=60 b=100")]
    [InlineData("a; b; c", "", "", "near=a,b", "a=100 b=100 c=0")]
    [InlineData("a site=s; b", "", "", "near=s,a", "a=100 b=0")]
    [InlineData("a; b", "", "", "near=z", "a=0 b=0")]
    [InlineData("a zone=x; b", "claim c bound=v; volume v for=c l:zone=x; claim d bound=w; volume w for=d l:site=s", "", "pvc=c", "a=60 b=0")]
    [InlineData("a site=s; b site=t", "claim c bound=v; volume v for=c l:zone=x; claim d bound=w; volume w for=d l:site=s", "", "pvc=d", "a=60 b=0")]
    [InlineData("a zone=x site=s; b zone=x", "claim c bound=v; volume v for=c l:zone=x; claim d bound=w; volume w for=d l:site=s", "", "pvc=c pvc=d", "a=60 b=30")]
    [InlineData("a zone=x; b site=s zone=x", "claim c bound=v; volume v for=c l:zone=x; claim d bound=w; volume w for=d l:site=s", "", "pvc=d", "a=0 b=60")]
    [InlineData("a zone=x; b zone=x", "claim c bound=v; volume v for=c l:zone=x; claim d bound=w; volume w for=d l:site=s", "", "pvc=c near=b", "a=60 b=100")]
    [InlineData("a; b", "claim c bound=v; volume v for=c l:zone=x; claim d bound=w; volume w for=d l:site=s", "", "pvc=c", "a=0 b=0")]
    [InlineData("a zone=x; b", "claim c bound=v; volume v for=c l:zone=x; claim d bound=w; volume w for=d l:site=s", "", "", "a=0 b=0")]
    public void Are(string nodes, string storage, string existing, string pod, string expected) =>
        Assert.Equal(expected, new Given(nodes, existing, storage).Scores("DataLocality", pod));
}
