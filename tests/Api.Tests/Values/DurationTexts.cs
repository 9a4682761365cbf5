using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Tests.Values;

public class DurationTexts
{
    [Theory]
    [InlineData("0", "0s")]
    [InlineData("90s", "1m30s")]
    [InlineData("1h", "1h0m0s")]
    [InlineData("1h2m3.5s", "1h2m3.5s")]
    [InlineData("1500ms", "1.5s")]
    [InlineData("1.5us", "1.5µs")]
    [InlineData("100ns", "100ns")]
    [InlineData("-5m", "-5m0s")]
    [InlineData("2562047h47m16.854775807s", "2562047h47m16.854775807s")]
    public void Are_printed_as_Go_prints_them(string given, string expected)
    {
        Assert.True(GoDuration.TryParse(given, out long nanoseconds, out _));
        Assert.Equal(expected, GoDuration.Format(nanoseconds));
    }

    [Theory]
    [InlineData("", "time: invalid duration \"\"")]
    [InlineData("abc", "time: invalid duration \"abc\"")]
    [InlineData("5", "time: missing unit in duration \"5\"")]
    [InlineData("5x", "time: unknown unit \"x\" in duration \"5x\"")]
    [InlineData("99999999999h", "time: invalid duration \"99999999999h\"")]
    public void That_are_none_are_refused_in_Gos_words(string given, string expected)
    {
        Assert.False(GoDuration.TryParse(given, out long _, out var error));
        Assert.Equal(expected, error);
    }
}
