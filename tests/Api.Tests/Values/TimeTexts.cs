using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Tests.Values;

public class TimeTexts
{
    [Theory]
    [InlineData("2026-11-20T10:00:00Z", "2026-11-20T10:00:00Z")]
    [InlineData("2026-11-20T10:00:00.123456789Z", "2026-11-20T10:00:00Z")]
    [InlineData("2026-11-20T10:00:00+02:00", "2026-11-20T08:00:00Z")]
    [InlineData("2026-11-20T23:30:00-01:30", "2026-11-21T01:00:00Z")]
    [InlineData("2024-02-29T1:00:00Z", "2024-02-29T01:00:00Z")]
    public void Become_whole_seconds_in_UTC(string given, string expected)
    {
        Assert.True(GoTime.TryParse(given, out var time, out var error), error);
        Assert.Equal(expected, GoTime.Format(time));
    }

    [Theory]
    [InlineData("abc", "parsing time \"abc\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"abc\" as \"2006\"")]
    [InlineData("2026-11-20", "parsing time \"2026-11-20\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"\" as \"T\"")]
    [InlineData("2026-13-20T10:00:00Z", "parsing time \"2026-13-20T10:00:00Z\": month out of range")]
    [InlineData("2026-02-29T10:00:00Z", "parsing time \"2026-02-29T10:00:00Z\": day out of range")]
    [InlineData("2026-02-28T25:00:00Z", "parsing time \"2026-02-28T25:00:00Z\": hour out of range")]
    [InlineData("2026-02-28T10:00:00", "parsing time \"2026-02-28T10:00:00\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"\" as \"Z07:00\"")]
    [InlineData("2026-02-28T10:00:00Zx", "parsing time \"2026-02-28T10:00:00Zx\": extra text: \"x\"")]
    public void That_are_none_are_refused_in_Gos_words(string given, string expected)
    {
        Assert.False(GoTime.TryParse(given, out _, out var error));
        Assert.Equal(expected, error);
    }

    [Fact]
    public void With_microseconds_need_six_digits()
    {
        Assert.True(GoTime.TryParseMicros("2026-11-20T10:00:00.000001Z", out var time, out _));
        Assert.Equal("2026-11-20T10:00:00.000001Z", GoTime.FormatMicros(time));
        Assert.False(GoTime.TryParseMicros("2026-11-20T10:00:00Z", out _, out var error));
        Assert.Equal("parsing time \"2026-11-20T10:00:00Z\" as \"2006-01-02T15:04:05.000000Z07:00\": cannot parse \"Z\" as \".000000\"", error);
    }
}
