using System.IO.Compression;

namespace CloudletK8s.Store.Tables;

/// <summary>A value as it is stored where space and the wire cost more than time: compressed when that makes it clearly smaller.</summary>
internal readonly record struct PackedValue(ReadOnlyMemory<byte> Bytes, bool IsCompressed, int Length)
{
    // Below this the gain is less than the two properties that say how to unpack it.
    private const int SmallestToCompress = 512;
    private const int Quality = 1;
    private const int Window = 20;

    public static PackedValue Pack(ReadOnlyMemory<byte> value)
    {
        if (value.Length < SmallestToCompress)
            return new PackedValue(value, false, value.Length);

        // A buffer smaller than the value: what does not compress well ends early.
        var buffer = new byte[value.Length - value.Length / 8];
        return BrotliEncoder.TryCompress(value.Span, buffer, out var written, Quality, Window)
            ? new PackedValue(buffer.AsMemory(0, written), true, value.Length)
            : new PackedValue(value, false, value.Length);
    }

    /// <exception cref="InvalidDataException">The stored bytes are damaged.</exception>
    public ReadOnlyMemory<byte> Unpack()
    {
        if (!IsCompressed)
            return Bytes;

        var value = new byte[Length];
        return BrotliDecoder.TryDecompress(Bytes.Span, value, out var written) && written == Length
            ? value
            : throw new InvalidDataException("A stored value does not decompress to the length that stands beside it.");
    }
}
