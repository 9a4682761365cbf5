namespace CloudletK8s.Store;

/// <summary>What became of a write.</summary>
public abstract record CommitResult
{
    /// <summary>Durable, and visible to every later read of every process.</summary>
    public sealed record Committed(StoredObject Object) : CommitResult;

    /// <summary>An addition met an existing object.</summary>
    public sealed record AlreadyExists(StoredObject Existing) : CommitResult;

    /// <summary>The object has another revision by now.</summary>
    public sealed record Conflict(StoredObject Newest) : CommitResult;

    /// <summary>The object is gone.</summary>
    public sealed record NotFound : CommitResult
    {
        public static NotFound Instance { get; } = new();
    }

    /// <summary>The object does not fit into the store.</summary>
    public sealed record TooLarge(long Bytes, long Limit) : CommitResult;
}
