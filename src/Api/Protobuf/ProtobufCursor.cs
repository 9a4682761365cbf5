using System.Buffers.Binary;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Protobuf;

/// <summary>Walks over a message. Whatever the bytes claim, it never leaves them; errors speak as Go's generated code does.</summary>
internal ref struct ProtobufCursor(ReadOnlySpan<byte> message)
{
    private const int LongestVarint = 10;
    private readonly ReadOnlySpan<byte> _message = message;
    private int _at;

    public readonly bool AtEnd => _at == _message.Length;

    public (int Number, int WireType) Tag()
    {
        var tag = Varint();
        var number = tag >> 3;
        if (number is 0 or > int.MaxValue)
            throw DecodeException.Syntax($"proto: illegal tag {(int)number} (wire type {tag & 7})");

        return ((int)number, (int)(tag & 7));
    }

    public ulong Varint()
    {
        ulong value = 0;
        for (var i = 0; i < LongestVarint; i++)
        {
            if (AtEnd)
                throw Truncated();

            var next = _message[_at++];
            value |= (ulong)(next & 0x7f) << (7 * i);
            if (next < 0x80)
                return value;
        }

        throw DecodeException.Syntax("proto: integer overflow");
    }

    public double Double()
    {
        if (_message.Length - _at < sizeof(double))
            throw Truncated();

        var value = BinaryPrimitives.ReadDoubleLittleEndian(_message[_at..]);
        _at += sizeof(double);
        return double.IsFinite(value) ? value : throw DecodeException.Type($"json: unsupported value: {value}");
    }

    public ReadOnlySpan<byte> Bytes()
    {
        var length = Varint();
        if (length > int.MaxValue)
            throw DecodeException.Syntax("proto: negative length found during unmarshaling");
        if ((int)length > _message.Length - _at)
            throw Truncated();

        var bytes = _message.Slice(_at, (int)length);
        _at += (int)length;
        return bytes;
    }

    public void Skip(int number, int wireType)
    {
        var open = 0;
        while (true)
        {
            switch (wireType)
            {
                case ProtobufWire.Varint:
                    Varint();
                    break;
                case ProtobufWire.Fixed64:
                    Advance(8);
                    break;
                case ProtobufWire.Fixed32:
                    Advance(4);
                    break;
                case ProtobufWire.Bytes:
                    Bytes();
                    break;
                case ProtobufWire.StartGroup:
                    open++;
                    break;
                case ProtobufWire.EndGroup when open > 0:
                    open--;
                    break;
                case ProtobufWire.EndGroup:
                    throw DecodeException.Syntax("proto: unexpected end of group");
                default:
                    throw DecodeException.Syntax($"proto: illegal wireType {wireType}");
            }

            if (open == 0)
                return;
            (_, wireType) = Tag();
        }
    }

    private void Advance(int length)
    {
        if (_message.Length - _at < length)
            throw Truncated();
        _at += length;
    }

    private static DecodeException Truncated() => DecodeException.Syntax("unexpected EOF");
}
