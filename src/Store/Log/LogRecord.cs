using System.Buffers.Binary;
using System.Text;

namespace CloudletK8s.Store.Log;

/// <summary>
/// One change as its row holds it. The object's row holds the same bytes as the log row of its newest change, so that
/// one buffer serves both and the object's JSON is a slice of it.
/// </summary>
internal sealed class LogRecord(ChangeType type, long previousRevision, long batch, DateTimeOffset time, StoredObject stored, ReadOnlyMemory<byte> value)
{
    private const byte Format = 1;
    private const int HeaderLength = 38;

    public ChangeType Type { get; } = type;

    public StoredObject Object { get; } = stored;

    public long Revision => Object.Revision;

    /// <summary>The revision of the state before; 0 for an addition.</summary>
    public long PreviousRevision { get; } = previousRevision;

    /// <summary>The batch that committed it: tells whose change it is when a commit's outcome was not known.</summary>
    public long Batch { get; } = batch;

    /// <summary>When it was committed, by the committer's clock; for compaction by age only.</summary>
    public DateTimeOffset Time { get; } = time;

    /// <summary>The row's value.</summary>
    public ReadOnlyMemory<byte> Value { get; } = value;

    /// <summary>Puts the revision into the JSON's gap and the header before it.</summary>
    public static LogRecord Encode(ObjectWrite write, ObjectKey key, long revision, long previousRevision, long batch, DateTimeOffset time)
    {
        Span<byte> digits = stackalloc byte[20];
        revision.TryFormat(digits, out var digitCount);

        var namespaceLength = Encoding.UTF8.GetByteCount(key.Namespace);
        var nameLength = Encoding.UTF8.GetByteCount(key.Name);
        var jsonStart = HeaderLength + namespaceLength + nameLength;
        var json = write.Json.Span;
        var value = GC.AllocateUninitializedArray<byte>(jsonStart + json.Length + digitCount);

        var header = value.AsSpan();
        header[0] = Format;
        header[1] = (byte)write.Type;
        BinaryPrimitives.WriteInt64LittleEndian(header[2..], revision);
        BinaryPrimitives.WriteInt64LittleEndian(header[10..], previousRevision);
        BinaryPrimitives.WriteInt64LittleEndian(header[18..], batch);
        BinaryPrimitives.WriteInt64LittleEndian(header[26..], time.ToUnixTimeMilliseconds());
        BinaryPrimitives.WriteUInt16LittleEndian(header[34..], checked((ushort)namespaceLength));
        BinaryPrimitives.WriteUInt16LittleEndian(header[36..], checked((ushort)nameLength));
        Encoding.UTF8.GetBytes(key.Namespace, header[HeaderLength..]);
        Encoding.UTF8.GetBytes(key.Name, header[(HeaderLength + namespaceLength)..]);

        var body = header[jsonStart..];
        json[..write.RevisionOffset].CopyTo(body);
        digits[..digitCount].CopyTo(body[write.RevisionOffset..]);
        json[write.RevisionOffset..].CopyTo(body[(write.RevisionOffset + digitCount)..]);

        var stored = new StoredObject(key, revision, value.AsMemory(jsonStart));
        return new LogRecord(write.Type, previousRevision, batch, time, stored, value);
    }

    public static LogRecord Decode(ReadOnlyMemory<byte> value)
    {
        var header = value.Span;
        if (header.Length < HeaderLength || header[0] != Format || header[1] > (byte)ChangeType.Deleted)
            throw new InvalidDataException("A row of the log has an unknown format.");

        var namespaceLength = BinaryPrimitives.ReadUInt16LittleEndian(header[34..]);
        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(header[36..]);
        var jsonStart = HeaderLength + namespaceLength + nameLength;
        if (header.Length < jsonStart)
            throw new InvalidDataException("A row of the log is cut off.");

        var key = new ObjectKey(
            NamespaceNames.Shared(header.Slice(HeaderLength, namespaceLength)),
            Encoding.UTF8.GetString(header.Slice(HeaderLength + namespaceLength, nameLength)));
        return new LogRecord(
            (ChangeType)header[1],
            BinaryPrimitives.ReadInt64LittleEndian(header[10..]),
            BinaryPrimitives.ReadInt64LittleEndian(header[18..]),
            DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64LittleEndian(header[26..])),
            new StoredObject(key, BinaryPrimitives.ReadInt64LittleEndian(header[2..]), value[jsonStart..]),
            value);
    }
}
