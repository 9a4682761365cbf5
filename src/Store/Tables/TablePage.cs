namespace CloudletK8s.Store.Tables;

/// <param name="NextRow">Where the next page starts; null when the range is read to its end.</param>
public sealed record TablePage(IReadOnlyList<TableRow> Rows, string? NextRow);
