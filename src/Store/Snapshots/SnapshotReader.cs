using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using CloudletK8s.Store.Log;

namespace CloudletK8s.Store.Snapshots;

/// <summary>Reads a snapshot file. Whatever is wrong with it is an <see cref="InvalidDataException"/>.</summary>
internal static class SnapshotReader
{
    private const int BufferBytes = 128 * 1024;

    /// <summary>Checks magic, version and digest of the whole file.</summary>
    public static async ValueTask Verify(Stream source, CancellationToken cancellationToken)
    {
        var bodyEnd = source.Length - SnapshotFormat.DigestBytes;
        if (bodyEnd < SnapshotFormat.HeaderBytes)
            throw new InvalidDataException("The file is too short for a snapshot.");

        source.Position = 0;
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferBytes];
        for (long read = 0; read < bodyEnd;)
        {
            var wanted = (int)Math.Min(buffer.Length, bodyEnd - read);
            await source.ReadExactlyAsync(buffer.AsMemory(0, wanted), cancellationToken);
            if (read == 0)
                CheckHeader(buffer);

            digest.AppendData(buffer, 0, wanted);
            read += wanted;
        }

        var written = new byte[SnapshotFormat.DigestBytes];
        await source.ReadExactlyAsync(written, cancellationToken);
        if (!digest.GetHashAndReset().AsSpan().SequenceEqual(written))
            throw new InvalidDataException("The file's checksum is wrong: it is damaged or cut off.");
    }

    public static async IAsyncEnumerable<SnapshotEntry> Entries(Stream source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        source.Position = SnapshotFormat.HeaderBytes;
        await using var inflated = new DeflateStream(source, CompressionMode.Decompress, leaveOpen: true);
        await using var body = new BufferedStream(inflated, BufferBytes);
        var number = new byte[16];
        while (true)
        {
            await body.ReadExactlyAsync(number.AsMemory(0, 1), cancellationToken);
            var tag = number[0];
            switch (tag)
            {
                case SnapshotFormat.ResourceStart:
                    yield return new SnapshotEntry.ResourceStart(Encoding.UTF8.GetString(await Row()));
                    break;

                case SnapshotFormat.ChangeRow or SnapshotFormat.CurrentRow:
                    yield return new SnapshotEntry.ChangeRow(LogRecord.Decode(await Row()), tag == SnapshotFormat.CurrentRow);
                    break;

                case SnapshotFormat.ResourceEnd:
                    await body.ReadExactlyAsync(number.AsMemory(0, 16), cancellationToken);
                    yield return new SnapshotEntry.ResourceEnd(
                        BinaryPrimitives.ReadInt64LittleEndian(number), BinaryPrimitives.ReadInt64LittleEndian(number.AsSpan(8)));
                    break;

                case SnapshotFormat.End:
                    yield break;

                default:
                    throw new InvalidDataException($"The file has an unknown entry {tag}.");
            }
        }

        async ValueTask<byte[]> Row()
        {
            await body.ReadExactlyAsync(number.AsMemory(0, 4), cancellationToken);
            var length = BinaryPrimitives.ReadInt32LittleEndian(number);
            if (length is < 0 or > SnapshotFormat.MaxRowBytes)
                throw new InvalidDataException($"The file has a row of {length} bytes.");

            var row = GC.AllocateUninitializedArray<byte>(length);
            await body.ReadExactlyAsync(row, cancellationToken);
            return row;
        }
    }

    private static void CheckHeader(ReadOnlySpan<byte> header)
    {
        if (!header.StartsWith(SnapshotFormat.Magic))
            throw new InvalidDataException("The file is not a snapshot of a cluster.");

        var version = BinaryPrimitives.ReadUInt16LittleEndian(header[SnapshotFormat.Magic.Length..]);
        if (version != SnapshotFormat.Version)
            throw new InvalidDataException($"The snapshot has format version {version}; this program reads {SnapshotFormat.Version}.");
    }
}
