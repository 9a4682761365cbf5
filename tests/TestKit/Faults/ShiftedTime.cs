namespace CloudletK8s.TestKit.Faults;

/// <summary>The system's clock, set forward by hand; timers run as ever.</summary>
public sealed class ShiftedTime : TimeProvider
{
    public TimeSpan Shift { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;
}
