namespace CloudletK8s.ControllerRuntime.Events;

/// <summary>Writes events, in the background and without promise: no work waits for them, and none fails with them.</summary>
public interface IEventRecorder
{
    void Record(EventNote note);
}
