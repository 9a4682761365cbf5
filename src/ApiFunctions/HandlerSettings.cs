using System.Globalization;
using CloudletK8s.ApiServer.Hosting;
using CloudletK8s.Buses.Settings;
using CloudletK8s.Store.AzureTables;

namespace CloudletK8s.ApiFunctions;

/// <summary>What the Functions host and the app's settings say, by the names of the environment variables.</summary>
internal sealed record HandlerSettings(int Port, AzureTableSettings Tables, string AdminToken)
{
    public const string PortName = HandlerPort.SettingName;
    public const string AdminTokenName = "CLOUDLET_ADMIN_TOKEN";
    public const string WatchSecondsName = "CLOUDLET_WATCH_SECONDS";

    /// <summary>Who is told of changes; without a bus the sweep finds them.</summary>
    public BusSettings Bus { get; init; } = new();

    /// <summary>Azure's front end cuts every answer after 230 seconds; a watch must have ended by itself before.</summary>
    public TimeSpan LongestWatch { get; init; } = TimeSpan.FromSeconds(220);

    /// <exception cref="FormatException">A setting is missing or makes no sense.</exception>
    public static HandlerSettings Read(Func<string, string?> setting)
    {
        var settings = new HandlerSettings(HandlerPort.Read(setting), AzureTableSettings.Read(setting), setting(AdminTokenName)?.Trim() ?? "") { Bus = BusSettings.Read(setting) };
        if (settings.AdminToken.Length == 0)
            throw new FormatException($"{AdminTokenName} is not set: without it nobody could call the API.");

        if (setting(WatchSecondsName) is not { Length: > 0 } text)
            return settings;

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds > 0 && seconds <= settings.LongestWatch.TotalSeconds
            ? settings with { LongestWatch = TimeSpan.FromSeconds(seconds) }
            : throw new FormatException($"{WatchSecondsName} is '{text}'; it must lie between 1 and {settings.LongestWatch.TotalSeconds}.");
    }
}
