using CloudletK8s.SchedulerFn.Tests.Builders;

namespace CloudletK8s.SchedulerFn.Tests.Scores;

public sealed class ScoresByImages
{
    [Theory]
    [InlineData("a image:i:1=1000", "", "image=i:1", "a=100")]
    [InlineData("a image:i:1=2000", "", "image=i:1", "a=100")]
    [InlineData("a image:i:1=23", "", "image=i:1", "a=0")]
    [InlineData("a image:i:1=10", "", "image=i:1", "a=0")]
    [InlineData("a image:i:1=500", "", "image=i:1", "a=48")]
    [InlineData("a image:i:1=500; b", "", "image=i:1", "a=23 b=0")]
    [InlineData("a image:i:1=500; b image:i:1=500", "", "image=i:1", "a=48 b=48")]
    [InlineData("a image:i:1=1000", "", "image=i:2", "a=0")]
    [InlineData("a image:i:latest=1000", "", "image=i", "a=100")]
    [InlineData("a image:i=1000", "", "image=i", "a=0")]
    [InlineData("a image:reg:5000/i:latest=1000", "", "image=reg:5000/i", "a=100")]
    [InlineData("a image:i:1=1000", "", "image=i:1 and:", "a=49")]
    [InlineData("a image:i:1=1000", "", "image=i:1 init:", "a=49")]
    [InlineData("a image:i:1=1000; b image:i:1=1000; c; d", "", "image=i:1", "a=48 b=48 c=0 d=0")]
    [InlineData("a image:i:1=1000; b cordoned", "", "image=i:1", "a=48")]
    [InlineData("a; b", "", "image=i:1", "a=0 b=0")]
    public void Are(string nodes, string existing, string pod, string expected) =>
        Assert.Equal(expected, new Given(nodes, existing).Scores("ImageLocality", pod));
}
