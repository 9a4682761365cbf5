namespace CloudletK8s.Store.Tables;

/// <summary>One row's part of a batch.</summary>
public abstract record TableOperation(string Row)
{
    /// <summary>Fails when the row exists.</summary>
    public sealed record Insert(string Row, ReadOnlyMemory<byte> Value) : TableOperation(Row);

    /// <summary>Fails unless the row exists with this ETag.</summary>
    public sealed record Replace(string Row, ReadOnlyMemory<byte> Value, string ETag) : TableOperation(Row);

    /// <summary>Writes whatever was there.</summary>
    public sealed record Upsert(string Row, ReadOnlyMemory<byte> Value) : TableOperation(Row);

    /// <summary>Fails unless the row exists, with this ETag where one is given.</summary>
    public sealed record Delete(string Row, string? ETag) : TableOperation(Row);
}
