namespace CloudletK8s.Store.Tables;

/// <summary>What an operation demands of the row that is there, for the adapters that decide it themselves.</summary>
internal static class TableConditions
{
    /// <param name="etag">Of the row that is there; null when there is none.</param>
    /// <returns>Null when the operation may be applied.</returns>
    public static RefusalReason? Refusal(TableOperation operation, string? etag) => operation switch
    {
        TableOperation.Insert => etag is null ? null : RefusalReason.AlreadyExists,
        TableOperation.Replace replace => Unmatched(replace.ETag, etag),
        TableOperation.Delete delete => Unmatched(delete.ETag, etag),
        _ => null,
    };

    private static RefusalReason? Unmatched(string? expected, string? etag)
    {
        if (etag is null)
            return RefusalReason.NotFound;

        return expected is null || string.Equals(expected, etag, StringComparison.Ordinal) ? null : RefusalReason.Stale;
    }
}
