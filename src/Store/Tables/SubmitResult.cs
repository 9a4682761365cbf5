namespace CloudletK8s.Store.Tables;

/// <summary>What became of a batch. Everything that is not listed here is an exception.</summary>
public abstract record SubmitResult
{
    /// <param name="ETags">The new ETag of each operation's row, in order; null for deletes.</param>
    public sealed record Committed(IReadOnlyList<string?> ETags) : SubmitResult;

    /// <summary>The operation at <paramref name="Index"/> did not find what it expected; nothing was written.</summary>
    public sealed record Refused(int Index, RefusalReason Reason) : SubmitResult;

    /// <summary>The row or the batch is larger than the store can hold, even compressed; nothing was written.</summary>
    public sealed record TooLarge(int Index, long Bytes, long Limit) : SubmitResult;
}
