using CloudletK8s.ApiServer.Printing;

namespace CloudletK8s.ApiServer.Tests.Printing;

public class LengthOfTime
{
    [Theory]
    [InlineData(-3, "<invalid>")]
    [InlineData(-1, "0s")]
    [InlineData(0, "0s")]
    [InlineData(119, "119s")]
    [InlineData(120, "2m")]
    [InlineData(150, "2m30s")]
    [InlineData(599, "9m59s")]
    [InlineData(600, "10m")]
    [InlineData((3 * 3600) - 1, "179m")]
    [InlineData(3 * 3600, "3h")]
    [InlineData((7 * 3600) + 1800, "7h30m")]
    [InlineData(47 * 3600, "47h")]
    [InlineData(48 * 3600, "2d")]
    [InlineData(51 * 3600, "2d3h")]
    [InlineData(8 * 86400, "8d")]
    [InlineData(729 * 86400, "729d")]
    [InlineData(730 * 86400, "2y")]
    [InlineData(800 * 86400, "2y70d")]
    [InlineData(8L * 365 * 86400, "8y")]
    public void Is_shown_in_at_most_two_units(long seconds, string shown) => Assert.Equal(shown, HumanDuration.Of(TimeSpan.FromSeconds(seconds)));
}
