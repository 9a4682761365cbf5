using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace CloudletK8s.Store.Snapshots;

/// <summary>Writes a snapshot file from front to back.</summary>
internal sealed class SnapshotWriter : IAsyncDisposable
{
    private readonly SHA256 _digest = SHA256.Create();
    private readonly CryptoStream _hashed;
    private DeflateStream? _body;

    public SnapshotWriter(Stream destination)
    {
        _hashed = new CryptoStream(destination, _digest, CryptoStreamMode.Write, leaveOpen: true);
    }

    public async ValueTask WriteHeader(CancellationToken cancellationToken)
    {
        var header = new byte[SnapshotFormat.HeaderBytes];
        SnapshotFormat.Magic.CopyTo(header);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(SnapshotFormat.Magic.Length), SnapshotFormat.Version);
        await _hashed.WriteAsync(header, cancellationToken);
        _body = new DeflateStream(_hashed, CompressionLevel.Fastest, leaveOpen: true);
    }

    public async ValueTask Write(SnapshotEntry entry, CancellationToken cancellationToken)
    {
        switch (entry)
        {
            case SnapshotEntry.ResourceStart start:
                var name = Encoding.UTF8.GetBytes(start.Name);
                await WriteRow(SnapshotFormat.ResourceStart, name, cancellationToken);
                break;

            case SnapshotEntry.ChangeRow row:
                await WriteRow(row.IsCurrent ? SnapshotFormat.CurrentRow : SnapshotFormat.ChangeRow, row.Record.Value, cancellationToken);
                break;

            case SnapshotEntry.ResourceEnd end:
                var revisions = new byte[17];
                revisions[0] = SnapshotFormat.ResourceEnd;
                BinaryPrimitives.WriteInt64LittleEndian(revisions.AsSpan(1), end.Newest);
                BinaryPrimitives.WriteInt64LittleEndian(revisions.AsSpan(9), end.Oldest);
                await _body!.WriteAsync(revisions, cancellationToken);
                break;
        }
    }

    /// <summary>Only a file that was written to its end carries its digest.</summary>
    public async ValueTask Complete(Stream destination, CancellationToken cancellationToken)
    {
        await _body!.WriteAsync(new[] { SnapshotFormat.End }, cancellationToken);
        await _body.DisposeAsync();
        await _hashed.FlushFinalBlockAsync(cancellationToken);
        await destination.WriteAsync(_digest.Hash, cancellationToken);
        await destination.FlushAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_body is not null)
            await _body.DisposeAsync();

        await _hashed.DisposeAsync();
        _digest.Dispose();
    }

    private async ValueTask WriteRow(byte tag, ReadOnlyMemory<byte> value, CancellationToken cancellationToken)
    {
        var start = new byte[5];
        start[0] = tag;
        BinaryPrimitives.WriteInt32LittleEndian(start.AsSpan(1), value.Length);
        await _body!.WriteAsync(start, cancellationToken);
        await _body.WriteAsync(value, cancellationToken);
    }
}
