namespace CloudletK8s.Store.Tables;

public enum RefusalReason
{
    /// <summary>An insert met an existing row.</summary>
    AlreadyExists,

    /// <summary>A replace or delete met no row.</summary>
    NotFound,

    /// <summary>The row's ETag was another one.</summary>
    Stale,
}
