namespace CloudletK8s.ControllerRuntime.Work.InProcess;

/// <summary>What the bus knows of one key.</summary>
internal sealed class WorkEntry(WorkKey key)
{
    public WorkKey Key { get; } = key;

    public WorkState State { get; set; } = WorkState.Cooling;

    /// <summary>When it leaves the state that it waits in.</summary>
    public long Due { get; set; }

    /// <summary>However urgent, not handed out before this.</summary>
    public long Earliest { get; set; }

    /// <summary>Published while it was worked on: not handed out before this.</summary>
    public long? Again { get; set; }

    /// <summary>In a row.</summary>
    public int Failures { get; set; }
}
