namespace CloudletK8s.Store.Snapshots;

/// <summary>
/// Magic and version, then the entries deflated, then the SHA-256 of all of it. An entry is a tag and its fields, numbers in
/// little endian.
/// </summary>
internal static class SnapshotFormat
{
    public const ushort Version = 1;
    public const int HeaderBytes = 10;
    public const int DigestBytes = 32;

    /// <summary>No row is larger: a table could not hold it.</summary>
    public const int MaxRowBytes = 64 * 1024 * 1024;

    public const byte ResourceStart = 1;
    public const byte ChangeRow = 2;
    public const byte CurrentRow = 3;
    public const byte ResourceEnd = 4;
    public const byte End = 5;

    public static ReadOnlySpan<byte> Magic => "CLDLSNAP"u8;
}
