namespace CloudletK8s.ControllerRuntime.Work;

/// <summary>How a piece of work ended.</summary>
public abstract record ReconcileResult
{
    private ReconcileResult()
    {
    }

    /// <summary>Nothing to do until something changes.</summary>
    public sealed record Done : ReconcileResult
    {
        public static Done Instance { get; } = new();
    }

    /// <summary>Time alone will make it necessary to look again.</summary>
    /// <param name="Reason">For whoever reads the log.</param>
    public sealed record RequeueAfter(TimeSpan Delay, string Reason) : ReconcileResult;

    /// <summary>It is tried again, later each time.</summary>
    public sealed record Failed(string Error) : ReconcileResult;

    /// <summary>The earlier of two: what has to be looked at for several reasons is looked at for the first.</summary>
    public static ReconcileResult Sooner(ReconcileResult one, ReconcileResult other) => (one, other) switch
    {
        (Failed, _) => one,
        (_, Failed) => other,
        (RequeueAfter a, RequeueAfter b) => a.Delay <= b.Delay ? a : b,
        (RequeueAfter, _) => one,
        _ => other,
    };
}
