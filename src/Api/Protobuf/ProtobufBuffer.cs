using System.Buffers.Binary;
using System.Text;

namespace CloudletK8s.Api.Protobuf;

/// <summary>
/// A message in the making, written from its end to its start: so the length of everything nested is known when it is due,
/// and nothing is measured or copied twice.
/// </summary>
internal sealed class ProtobufBuffer
{
    private const int LargestKept = 1 << 20;

    [ThreadStatic]
    private static ProtobufBuffer? t_spare;

    private byte[] _bytes = new byte[4096];
    private int _start = 4096;

    public int Length => _bytes.Length - _start;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(_start);

    public static ProtobufBuffer Take()
    {
        var spare = t_spare ?? new();
        t_spare = null;
        return spare;
    }

    /// <summary>The message; the buffer goes back, empty.</summary>
    public byte[] Finish()
    {
        var message = Written.ToArray();
        Return();
        return message;
    }

    /// <summary>Forgets what was written.</summary>
    public void Clear() => _start = _bytes.Length;

    public void Return()
    {
        Clear();
        if (_bytes.Length <= LargestKept)
            t_spare = this;
    }

    public void Raw(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Before(bytes.Length));

    public void Varint(ulong value)
    {
        Span<byte> encoded = stackalloc byte[10];
        var length = 0;
        while (value >= 0x80)
        {
            encoded[length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        encoded[length++] = (byte)value;
        Raw(encoded[..length]);
    }

    public void Tag(int number, int wireType) => Varint(((ulong)number << 3) | (uint)wireType);

    public void VarintField(int number, long value)
    {
        Varint((ulong)value);
        Tag(number, ProtobufWire.Varint);
    }

    public void DoubleField(int number, double value)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(Before(sizeof(double)), value);
        Tag(number, ProtobufWire.Fixed64);
    }

    public void TextField(int number, string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Encoding.UTF8.GetBytes(text, Before(length));
        Varint((ulong)length);
        Tag(number, ProtobufWire.Bytes);
    }

    public void BytesField(int number, ReadOnlySpan<byte> bytes)
    {
        Raw(bytes);
        Varint((ulong)bytes.Length);
        Tag(number, ProtobufWire.Bytes);
    }

    /// <summary>Puts length and number before what was written since <see cref="Length"/> was as given.</summary>
    public void Close(int number, int lengthBefore)
    {
        Varint((ulong)(Length - lengthBefore));
        Tag(number, ProtobufWire.Bytes);
    }

    private Span<byte> Before(int length)
    {
        if (_start < length)
            Grow(length);
        _start -= length;
        return _bytes.AsSpan(_start, length);
    }

    private void Grow(int by)
    {
        var grown = new byte[Math.Max(checked(Length + by), (int)Math.Min(_bytes.Length * 2L, Array.MaxLength))];
        Written.CopyTo(grown.AsSpan(grown.Length - Length));
        _start = grown.Length - Length;
        _bytes = grown;
    }
}
