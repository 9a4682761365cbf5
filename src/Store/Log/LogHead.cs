using System.Buffers.Binary;

namespace CloudletK8s.Store.Log;

/// <summary>
/// The head row: the newest revision, the oldest that can still be read, and the batch that wrote it last.
/// A resource without a head is empty, at revision 1; its first change has revision 2 (as in etcd), so that no revision is 0,
/// which clients take for "any".
/// </summary>
internal sealed record LogHead(long Newest, long Oldest, long Batch, string? ETag)
{
    public const long FirstRevision = 1;

    private const int Length = 25;
    private const byte Format = 1;

    public static LogHead None { get; } = new(FirstRevision, FirstRevision, 0, null);

    public static LogHead Decode(ReadOnlySpan<byte> value, string etag) =>
        value.Length == Length && value[0] == Format
            ? new LogHead(
                BinaryPrimitives.ReadInt64LittleEndian(value[1..]),
                BinaryPrimitives.ReadInt64LittleEndian(value[9..]),
                BinaryPrimitives.ReadInt64LittleEndian(value[17..]),
                etag)
            : throw new InvalidDataException("The head row of a resource has an unknown format.");

    public byte[] Encode()
    {
        var value = new byte[Length];
        value[0] = Format;
        BinaryPrimitives.WriteInt64LittleEndian(value.AsSpan(1), Newest);
        BinaryPrimitives.WriteInt64LittleEndian(value.AsSpan(9), Oldest);
        BinaryPrimitives.WriteInt64LittleEndian(value.AsSpan(17), Batch);
        return value;
    }
}
