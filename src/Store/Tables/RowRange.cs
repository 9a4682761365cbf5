namespace CloudletK8s.Store.Tables;

/// <summary>Rows from <paramref name="From"/> (inclusive) to <paramref name="To"/> (exclusive; null: to the end of the partition).</summary>
public readonly record struct RowRange(string From, string? To)
{
    /// <summary>All rows whose key starts with the prefix.</summary>
    public static RowRange Prefix(string prefix) => new(prefix, prefix[..^1] + (char)(prefix[^1] + 1));
}
