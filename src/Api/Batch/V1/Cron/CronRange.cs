namespace CloudletK8s.Api.Batch.V1.Cron;

/// <summary>What a field of a schedule may hold.</summary>
internal sealed record CronRange(int Low, int High, string[] Names)
{
    public static CronRange Minutes { get; } = new(0, 59, []);

    public static CronRange Hours { get; } = new(0, 23, []);

    public static CronRange Days { get; } = new(1, 31, []);

    public static CronRange Months { get; } = new(1, 12, ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]);

    public static CronRange Weekdays { get; } = new(0, 6, ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]);

    public int? Named(string text)
    {
        var at = Array.FindIndex(Names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        return at < 0 ? null : Low + at;
    }
}
