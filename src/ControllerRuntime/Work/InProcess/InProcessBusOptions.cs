using CloudletK8s.ControllerRuntime.Clients.ListWatches;

namespace CloudletK8s.ControllerRuntime.Work.InProcess;

public sealed record InProcessBusOptions
{
    /// <summary>Keys that are worked on at the same time. They mostly wait for the store, which commits them together.</summary>
    public int Workers { get; init; } = 32;

    /// <summary>
    /// The least time between two runs on one key. The first run comes at once; a stream of changes to one object is then seen in
    /// a few looks instead of one each.
    /// </summary>
    public TimeSpan Spacing { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>Between the runs on a key that fails.</summary>
    public Backoff Backoff { get; init; } = new() { First = TimeSpan.FromMilliseconds(20), Longest = TimeSpan.FromMinutes(2) };

    /// <summary>Keys that wait. Beyond them a controller's keys are dropped, and all of its objects are looked at once there is room.</summary>
    public int MaximumKeys { get; init; } = 500_000;

    /// <summary>How long runs may go on after the bus was told to stop.</summary>
    public TimeSpan DrainLimit { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Every key of a controller, for the look after an overflow.</summary>
    public Func<string, IReadOnlyList<WorkKey>>? Everything { get; init; }
}
