namespace CloudletK8s.Store.Tables;

public sealed record TableRow(string Row, string ETag, ReadOnlyMemory<byte> Value);
