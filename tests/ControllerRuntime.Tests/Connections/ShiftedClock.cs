namespace CloudletK8s.ControllerRuntime.Tests.Connections;

/// <summary>Stands still until told how much time has passed.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    private long _timestamp;

    public override long GetTimestamp() => _timestamp;

    public void Pass(TimeSpan time) => _timestamp += (long)(time.TotalSeconds * TimestampFrequency);
}
