using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Protobuf;

/// <summary>What stands around every message on its own: a magic number, and runtime.Unknown.</summary>
internal ref struct ProtobufEnvelope
{
    public ReadOnlySpan<byte> ApiVersion;
    public ReadOnlySpan<byte> Kind;
    public ReadOnlySpan<byte> Raw;

    public static ProtobufEnvelope Read(ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
            throw DecodeException.Syntax("empty data");
        if (!body.StartsWith(ProtobufWire.Magic))
            throw DecodeException.Syntax("provided data does not appear to be a protobuf message, expected prefix [107 56 115 0]");
        if (body.Length == ProtobufWire.Magic.Length)
            throw DecodeException.Syntax("empty body");

        var envelope = default(ProtobufEnvelope);
        var cursor = new ProtobufCursor(body[ProtobufWire.Magic.Length..]);
        while (!cursor.AtEnd)
        {
            var (number, wireType) = cursor.Tag();
            if (number == 1 && wireType == ProtobufWire.Bytes)
                envelope.ReadType(cursor.Bytes());
            else if (number == 2 && wireType == ProtobufWire.Bytes)
                envelope.Raw = cursor.Bytes();
            else
                cursor.Skip(number, wireType);
        }

        return envelope;
    }

    /// <summary>The first field of a message that wraps bytes.</summary>
    public static ReadOnlySpan<byte> OnlyBytes(ReadOnlySpan<byte> message)
    {
        var bytes = ReadOnlySpan<byte>.Empty;
        var cursor = new ProtobufCursor(message);
        while (!cursor.AtEnd)
        {
            var (number, wireType) = cursor.Tag();
            if (number == 1 && wireType == ProtobufWire.Bytes)
                bytes = cursor.Bytes();
            else
                cursor.Skip(number, wireType);
        }

        return bytes;
    }

    private void ReadType(ReadOnlySpan<byte> message)
    {
        var cursor = new ProtobufCursor(message);
        while (!cursor.AtEnd)
        {
            var (number, wireType) = cursor.Tag();
            if (number == 1 && wireType == ProtobufWire.Bytes)
                ApiVersion = cursor.Bytes();
            else if (number == 2 && wireType == ProtobufWire.Bytes)
                Kind = cursor.Bytes();
            else
                cursor.Skip(number, wireType);
        }
    }
}
