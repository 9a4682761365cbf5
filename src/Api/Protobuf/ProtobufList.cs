using System.Buffers;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Protobuf;

/// <summary>
/// A list as application/vnd.kubernetes.protobuf, made item by item. A tree is many times as large as its message: all trees of
/// a long list at once outlive collection after collection, and cost more than their encoding.
/// </summary>
public sealed class ProtobufList : IDisposable
{
    private const int BlockBytes = 64 * 1024;
    private const int ItemsNumber = 2;

    private readonly List<ArraySegment<byte>> _backwards = [];

    private ProtobufList()
    {
    }

    public long Length { get; private set; }

    /// <summary>The message, in order. Valid until the list is disposed of.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Blocks
    {
        get
        {
            for (var i = _backwards.Count - 1; i >= 0; i--)
                yield return _backwards[i];
        }
    }

    /// <param name="head">Everything but the items.</param>
    /// <param name="item">Called once for each, from the last to the first.</param>
    /// <param name="schema">Of the list (<see cref="ListSchemas"/>).</param>
    public static ProtobufList Of(TreeObject head, int count, Func<int, TreeObject> item, Schema schema)
    {
        var list = new ProtobufList();
        var items = schema.Field("items")!.Schema.Element!;
        var buffer = ProtobufBuffer.Take();
        ProtobufTreeWriter.EndEnvelope(buffer);
        var end = buffer.Length;
        for (var i = count - 1; i >= 0; i--)
        {
            var before = buffer.Length;
            ProtobufEncoder.Message(buffer, item(i), items);
            buffer.Close(ItemsNumber, before);
            if (buffer.Length >= BlockBytes)
                list.Add(buffer);
        }

        ProtobufEncoder.Message(buffer, head, schema);
        ProtobufTreeWriter.StartEnvelope(buffer, head, list.Length + buffer.Length - end);
        list.Add(buffer);
        buffer.Return();
        return list;
    }

    public void Dispose()
    {
        foreach (var block in _backwards)
            ArrayPool<byte>.Shared.Return(block.Array!);
        _backwards.Clear();
    }

    private void Add(ProtobufBuffer buffer)
    {
        var written = buffer.Written;
        var block = ArrayPool<byte>.Shared.Rent(written.Length);
        written.CopyTo(block);
        _backwards.Add(new(block, 0, written.Length));
        Length += written.Length;
        buffer.Clear();
    }
}
