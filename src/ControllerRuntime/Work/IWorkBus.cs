namespace CloudletK8s.ControllerRuntime.Work;

/// <summary>
/// Carries work keys to whoever works on them: at least once, possibly late, repeated or out of order. No two workers ever have
/// the same key at the same time. Keys that are published again while they wait are one.
/// </summary>
public interface IWorkBus
{
    /// <summary>Returns when the keys will not be lost any more, as far as this bus keeps anything at all.</summary>
    /// <param name="delay">The keys are not handed out before it is over; a key that waits longer is moved forward.</param>
    /// <param name="stamp">
    /// Keys published again with the same stamp are one even after they were worked on, where the bus can tell; empty: never.
    /// </param>
    ValueTask Publish(IReadOnlyList<WorkKey> keys, TimeSpan delay, string stamp, CancellationToken cancellationToken);
}
