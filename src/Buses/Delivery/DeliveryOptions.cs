using CloudletK8s.ControllerRuntime.Clients.ListWatches;

namespace CloudletK8s.Buses.Delivery;

public sealed record DeliveryOptions
{
    /// <summary>Between the runs on a key that fails.</summary>
    public Backoff Backoff { get; init; } = new() { First = TimeSpan.FromSeconds(1), Longest = TimeSpan.FromMinutes(5) };

    /// <summary>Failures in a row after which the message is left to the broker's dead letters. The resync brings the key again.</summary>
    public int MostFailures { get; init; } = 12;
}
