namespace CloudletK8s.ApiServer.Printing;

/// <summary>Lengths of time in two or three figures: 45s, 5m30s, 3h, 2d4h, 400d.</summary>
internal static class HumanDuration
{
    public static string Of(TimeSpan time)
    {
        var seconds = (long)time.TotalSeconds;
        if (seconds < 0)
        {
            // Clocks differ a little; an object from the future by more than that is a mistake.
            return seconds < -1 ? "<invalid>" : "0s";
        }

        var minutes = seconds / 60;
        var hours = minutes / 60;
        var days = hours / 24;
        return (seconds, minutes, hours, days) switch
        {
            ( < 120, _, _, _) => $"{seconds}s",
            (_, < 10, _, _) => Two(minutes, 'm', seconds % 60, 's'),
            (_, < 180, _, _) => $"{minutes}m",
            (_, _, < 8, _) => Two(hours, 'h', minutes % 60, 'm'),
            (_, _, < 48, _) => $"{hours}h",
            (_, _, < 24 * 8, _) => Two(days, 'd', hours % 24, 'h'),
            (_, _, < 24 * 365 * 2, _) => $"{days}d",
            (_, _, < 24 * 365 * 8, _) => Two(days / 365, 'y', days % 365, 'd'),
            _ => $"{days / 365}y",
        };
    }

    private static string Two(long large, char largeUnit, long small, char smallUnit) =>
        small == 0 ? $"{large}{largeUnit}" : $"{large}{largeUnit}{small}{smallUnit}";
}
