using System.Buffers;
using System.IO.Pipelines;

namespace CloudletK8s.ApiServer.Http;

/// <summary>
/// Gathers small writes into blocks. The pipe of a connection would hand out pages of 4 KiB, and TLS would make a record and a
/// system call of each; a block makes them few.
/// </summary>
internal sealed class BlockWriter(PipeWriter output) : IBufferWriter<byte>
{
    private const int BlockBytes = 32 * 1024;
    private Memory<byte> _block;
    private int _used;

    /// <summary>What was written since the last flush.</summary>
    public long UnflushedBytes { get; private set; }

    public void Advance(int count)
    {
        _used += count;
        UnflushedBytes += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (_block.Length - _used < Math.Max(sizeHint, 1))
        {
            Commit();
            _block = output.GetMemory(Math.Max(sizeHint, BlockBytes));
        }

        return _block[_used..];
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>True when nobody reads any more.</summary>
    public async ValueTask<bool> Flush(CancellationToken cancellationToken)
    {
        Commit();
        UnflushedBytes = 0;
        return (await output.FlushAsync(cancellationToken)).IsCompleted;
    }

    private void Commit()
    {
        if (_used > 0)
            output.Advance(_used);
        _block = default;
        _used = 0;
    }
}
