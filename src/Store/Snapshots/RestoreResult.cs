namespace CloudletK8s.Store.Snapshots;

/// <summary>What became of a restore.</summary>
public abstract record RestoreResult
{
    public sealed record Restored(int Resources, long Objects) : RestoreResult;

    /// <summary>The file is not what a save has written; nothing was touched.</summary>
    public sealed record Damaged(string Reason) : RestoreResult;

    /// <summary>The store holds a cluster already; nothing was touched.</summary>
    public sealed record NotEmpty(string Resource) : RestoreResult;
}
