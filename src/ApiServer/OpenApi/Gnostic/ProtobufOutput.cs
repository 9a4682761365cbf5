using System.Buffers.Binary;
using System.Text;

namespace CloudletK8s.ApiServer.OpenApi.Gnostic;

/// <summary>Protobuf in the making. A message's length is known when it ends: its content then moves to make room for it.</summary>
internal sealed class ProtobufOutput
{
    private byte[] _bytes = new byte[64 * 1024];

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    public void Text(int number, string value)
    {
        if (value.Length == 0)
            return;

        Tag(number, 2);
        var count = Encoding.UTF8.GetByteCount(value);
        Varint((ulong)count);
        Encoding.UTF8.GetBytes(value, Free(count));
        Length += count;
    }

    public void Whole(int number, long value)
    {
        Tag(number, 0);
        Varint((ulong)value);
    }

    public void Double(int number, double value)
    {
        Tag(number, 1);
        BinaryPrimitives.WriteDoubleLittleEndian(Free(8), value);
        Length += 8;
    }

    public void Message(int number, Action content)
    {
        Tag(number, 2);
        var start = Length;
        content();
        var size = Length - start;
        var prefix = VarintSize((ulong)size);
        _ = Free(prefix);
        _bytes.AsSpan(start, size).CopyTo(_bytes.AsSpan(start + prefix));
        Length = start;
        Varint((ulong)size);
        Length += size;
    }

    private void Tag(int number, int wireType) => Varint(((ulong)number << 3) | (uint)wireType);

    private void Varint(ulong value)
    {
        var free = Free(10);
        var at = 0;
        for (; value >= 0x80; value >>= 7)
            free[at++] = (byte)(value | 0x80);
        free[at++] = (byte)value;
        Length += at;
    }

    private static int VarintSize(ulong value)
    {
        var size = 1;
        for (; value >= 0x80; value >>= 7)
            size++;
        return size;
    }

    private Span<byte> Free(int atLeast)
    {
        if (_bytes.Length - Length < atLeast)
            Array.Resize(ref _bytes, Math.Max(Length + atLeast, _bytes.Length * 2));
        return _bytes.AsSpan(Length);
    }
}
