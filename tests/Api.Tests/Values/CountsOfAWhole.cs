using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Tests.Values;

public sealed class CountsOfAWhole
{
    [Theory]
    [InlineData("25%", 10, 3, 2)]
    [InlineData("25%", 4, 1, 1)]
    [InlineData("1%", 3, 1, 0)]
    [InlineData("100%", 7, 7, 7)]
    [InlineData("0%", 7, 0, 0)]
    [InlineData("150%", 3, 5, 4)]
    [InlineData("ten", 3, 0, 0)]
    public void Are_rounded_as_asked(string text, int whole, int up, int down)
    {
        Assert.Equal(up, IntOrString.Of(text).Scaled(whole, roundUp: true));
        Assert.Equal(down, IntOrString.Of(text).Scaled(whole, roundUp: false));
    }

    [Fact]
    public void Stay_as_they_are_when_they_are_numbers() => Assert.Equal(5, IntOrString.Of(5).Scaled(3, roundUp: true));
}
