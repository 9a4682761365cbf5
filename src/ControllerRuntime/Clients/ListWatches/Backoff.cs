namespace CloudletK8s.ControllerRuntime.Clients.ListWatches;

/// <summary>How long to rest after so many failures in a row. Jitter keeps the clients of a server that comes back apart.</summary>
public sealed record Backoff
{
    private const int MostDoublings = 30;

    public TimeSpan First { get; init; } = TimeSpan.FromMilliseconds(200);

    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(30);

    /// <returns>Between the full delay and its double, so that no client is ever early.</returns>
    public TimeSpan After(int failures, Random random)
    {
        if (failures <= 0)
            return TimeSpan.Zero;

        var delay = First * Math.Pow(2, Math.Min(failures - 1, MostDoublings));
        return (delay < Longest ? delay : Longest) * (1 + random.NextDouble());
    }
}
