using System.Buffers;
using System.IO.Pipelines;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.ControllerRuntime.Clients.Transports;

namespace CloudletK8s.ControllerRuntime.Clients.Http;

/// <summary>Takes a watch stream apart: an event a line.</summary>
internal sealed class WatchLines(Stream stream, Schema schema)
{
    /// <summary>No stored object comes near this.</summary>
    private const int LongestLine = 16 * 1024 * 1024;

    private readonly PipeReader _reader = PipeReader.Create(stream, new(bufferSize: 16 * 1024));
    private readonly Schema _event = Describe(schema);

    /// <returns>Null at the end of the stream.</returns>
    public async ValueTask<ApiFrame?> Next(CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await _reader.ReadAsync(cancellationToken);
            if (read.Buffer.PositionOf((byte)'\n') is { } end)
            {
                var frame = Read(read.Buffer.Slice(0, end));
                _reader.AdvanceTo(read.Buffer.GetPosition(1, end));
                return frame;
            }

            if (read.Buffer.Length > LongestLine)
                throw new IOException($"a watch event is longer than {LongestLine} bytes");

            // What stands behind the last line is the rest of an event that was cut off: the next watch tells it again.
            if (read.IsCompleted)
                return null;

            _reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private ApiFrame Read(ReadOnlySequence<byte> line)
    {
        var tree = JsonTreeReader.ReadTrusted(line.IsSingleSegment ? line.FirstSpan : line.ToArray(), _event);
        return new(tree.Text("type") ?? "", tree.Object("object") ?? throw new FormatException("a watch event has no object"));
    }

    private static Schema Describe(Schema schema) => new Schema(SchemaKind.Object)
        .WithFields(() => [new("type", new Schema(SchemaKind.Text)), new("object", schema)]);
}
