namespace CloudletK8s.ApiFunctions.Tests;

public sealed class HandlerSettingsThatAreWrong
{
    private readonly Dictionary<string, string> _settings = new()
    {
        ["FUNCTIONS_CUSTOMHANDLER_PORT"] = "4000",
        ["CLOUDLET_TABLES_CONNECTION"] = "UseDevelopmentStorage=true",
        ["CLOUDLET_ADMIN_TOKEN"] = "token",
    };

    [Theory]
    [InlineData("FUNCTIONS_CUSTOMHANDLER_PORT", "")]
    [InlineData("FUNCTIONS_CUSTOMHANDLER_PORT", "70000")]
    [InlineData("CLOUDLET_TABLES_CONNECTION", "")]
    [InlineData("CLOUDLET_TABLES_ENDPOINT", "http://plain.example")]
    [InlineData("CLOUDLET_ADMIN_TOKEN", " ")]
    [InlineData("CLOUDLET_WATCH_SECONDS", "229")]
    [InlineData("CLOUDLET_WATCH_SECONDS", "soon")]
    public void Are_refused_by_their_name(string name, string value)
    {
        _settings[name] = value;

        var error = Assert.Throws<FormatException>(() => HandlerSettings.Read(_settings.GetValueOrDefault));

        Assert.Contains(name.Replace("_CONNECTION", "_ENDPOINT", StringComparison.Ordinal), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Otherwise_a_watch_ends_before_the_front_end_cuts_it() =>
        Assert.InRange(HandlerSettings.Read(_settings.GetValueOrDefault).LongestWatch, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(225));
}
