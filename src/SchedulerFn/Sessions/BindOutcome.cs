namespace CloudletK8s.SchedulerFn.Sessions;

/// <summary>What became of a binding.</summary>
internal abstract record BindOutcome
{
    public sealed record Bound : BindOutcome
    {
        public static Bound Instance { get; } = new();
    }

    /// <summary>The pod does not exist any more.</summary>
    public sealed record Gone : BindOutcome
    {
        public static Gone Instance { get; } = new();
    }

    /// <summary>The pod keeps its place until its volumes are bound.</summary>
    public sealed record Waits : BindOutcome
    {
        public static Waits Instance { get; } = new();
    }

    /// <summary>The pod is tried again after its back-off.</summary>
    public sealed record Failed(string Message) : BindOutcome;
}
