namespace CloudletK8s.Store;

/// <summary>How new a read must be.</summary>
public abstract record ReadAt
{
    /// <summary>The newest revision of all processes at the time of asking.</summary>
    public sealed record Newest : ReadAt
    {
        public static Newest Instance { get; } = new();
    }

    /// <summary>Whatever is at hand (resourceVersion "0").</summary>
    public sealed record AnyRevision : ReadAt
    {
        public static AnyRevision Instance { get; } = new();
    }

    public sealed record NotOlderThan(long Revision) : ReadAt;

    /// <summary>Exactly this revision, for as long as history reaches.</summary>
    public sealed record Exactly(long Revision) : ReadAt;
}
