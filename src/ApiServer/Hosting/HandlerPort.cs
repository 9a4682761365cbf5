using System.Globalization;

namespace CloudletK8s.ApiServer.Hosting;

/// <summary>Where a custom handler has to listen: the Functions host says so in the environment.</summary>
public static class HandlerPort
{
    public const string SettingName = "FUNCTIONS_CUSTOMHANDLER_PORT";

    /// <exception cref="FormatException">The setting is missing or no port.</exception>
    public static int Read(Func<string, string?> setting) =>
        int.TryParse(setting(SettingName), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535
            ? port
            : throw new FormatException($"{SettingName} is '{setting(SettingName)}', which is no port. The Functions host sets it.");
}
