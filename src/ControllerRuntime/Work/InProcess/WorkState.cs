namespace CloudletK8s.ControllerRuntime.Work.InProcess;

internal enum WorkState
{
    /// <summary>Nothing to do. The entry is forgotten when it is due, and is handed out no earlier.</summary>
    Cooling,

    /// <summary>Handed out when it is due.</summary>
    Delayed,

    /// <summary>Handed out to the next worker.</summary>
    Ready,

    Running,
}
