using System.Text;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Protobuf;

/// <summary>application/vnd.kubernetes.protobuf to trees, normalised as JSON is.</summary>
public static class ProtobufTreeReader
{
    /// <summary>What the envelope says is inside.</summary>
    /// <returns>Null when the bytes have no envelope or a broken one.</returns>
    public static DecodeError? ReadHeader(ReadOnlySpan<byte> body, out string apiVersion, out string kind)
    {
        try
        {
            var envelope = ProtobufEnvelope.Read(body);
            (apiVersion, kind) = (Encoding.UTF8.GetString(envelope.ApiVersion), Encoding.UTF8.GetString(envelope.Kind));
            return null;
        }
        catch (DecodeException broken)
        {
            (apiVersion, kind) = ("", "");
            return broken.Error;
        }
    }

    public static DecodeResult Read(ReadOnlySpan<byte> body, Schema schema)
    {
        try
        {
            var envelope = ProtobufEnvelope.Read(body);
            var tree = new ProtobufDecoder().Message(envelope.Raw, schema);
            if (!envelope.ApiVersion.IsEmpty)
                tree.Prepend("apiVersion", TextCache.Get(envelope.ApiVersion));
            if (!envelope.Kind.IsEmpty)
                tree.Prepend("kind", TextCache.Get(envelope.Kind));
            return new() { Root = tree };
        }
        catch (DecodeException broken)
        {
            return new() { Error = broken.Error };
        }
    }

    /// <summary>Takes the event out of a frame of a watch stream; its length, which is not part of the frame, has been read.</summary>
    /// <param name="body">The object, in an envelope of its own.</param>
    public static DecodeError? ReadWatchFrame(ReadOnlySpan<byte> frame, out string type, out ReadOnlySpan<byte> body)
    {
        type = "";
        body = default;
        try
        {
            var cursor = new ProtobufCursor(frame);
            while (!cursor.AtEnd)
            {
                var (number, wireType) = cursor.Tag();
                if (number == 1 && wireType == ProtobufWire.Bytes)
                    type = Encoding.UTF8.GetString(cursor.Bytes());
                else if (number == 2 && wireType == ProtobufWire.Bytes)
                    body = ProtobufEnvelope.OnlyBytes(cursor.Bytes());
                else
                    cursor.Skip(number, wireType);
            }

            return null;
        }
        catch (DecodeException broken)
        {
            return broken.Error;
        }
    }
}
