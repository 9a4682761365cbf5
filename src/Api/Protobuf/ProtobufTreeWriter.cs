using System.Buffers.Binary;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Protobuf;

/// <summary>Trees to application/vnd.kubernetes.protobuf.</summary>
public static class ProtobufTreeWriter
{
    /// <summary>An object or list in its envelope, which takes kind and apiVersion from the tree.</summary>
    public static byte[] ToBytes(TreeObject tree, Schema schema)
    {
        var buffer = ProtobufBuffer.Take();
        Envelope(buffer, tree, schema);
        return buffer.Finish();
    }

    /// <summary>
    /// An event of a watch stream: its length in four bytes, then the event. Frames have no envelope, the objects in them do.
    /// </summary>
    public static byte[] ToWatchFrame(string type, TreeObject tree, Schema schema)
    {
        var buffer = ProtobufBuffer.Take();
        Envelope(buffer, tree, schema);
        buffer.Close(1, 0);
        buffer.Close(2, 0);
        buffer.TextField(1, type);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, buffer.Length);
        buffer.Raw(length);
        return buffer.Finish();
    }

    private static void Envelope(ProtobufBuffer buffer, TreeObject tree, Schema schema)
    {
        EndEnvelope(buffer);
        var before = buffer.Length;
        ProtobufEncoder.Message(buffer, tree, schema);
        StartEnvelope(buffer, tree, buffer.Length - before);
    }

    /// <summary>runtime.Unknown: the type, the message, its encoding and its content type. The last two say nothing.</summary>
    internal static void EndEnvelope(ProtobufBuffer buffer)
    {
        buffer.TextField(4, "");
        buffer.TextField(3, "");
    }

    internal static void StartEnvelope(ProtobufBuffer buffer, TreeObject tree, long messageLength)
    {
        buffer.Varint((ulong)messageLength);
        buffer.Tag(2, ProtobufWire.Bytes);
        var before = buffer.Length;
        buffer.TextField(2, tree.Text("kind") ?? "");
        buffer.TextField(1, tree.Text("apiVersion") ?? "");
        buffer.Close(1, before);
        buffer.Raw(ProtobufWire.Magic);
    }
}
