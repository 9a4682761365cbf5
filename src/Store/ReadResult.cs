namespace CloudletK8s.Store;

/// <summary>What a read of a whole resource found.</summary>
public abstract record ReadResult
{
    public sealed record Found(ResourceSnapshot Snapshot) : ReadResult;

    /// <summary>History does not reach back to that revision.</summary>
    public sealed record Gone(long Oldest) : ReadResult;

    /// <summary>The revision is from the future; it was not reached within the time that a read waits.</summary>
    public sealed record TooLarge(long Newest) : ReadResult;
}
