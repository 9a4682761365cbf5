using System.IO.Pipelines;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace CloudletK8s.ApiServer.Hosting;

/// <summary>
/// Sends from the thread that has something to say, straight out of the buffer that TLS encrypted into. Kestrel's own way copies
/// each record into a pipe of 4 KiB pages and hands it to another thread: a third of a watch event's time, and half of the memory
/// of a thousand watchers (docs/benchmarks.md). Whoever writes waits until the kernel has taken everything, as they do when
/// Kestrel's pipe is full.
/// </summary>
internal sealed class SocketOutput : PipeWriter
{
    private readonly TcpCork _cork;
    private readonly PipeWriter _socket;

    private SocketOutput(NetworkStream stream)
    {
        _cork = new(stream.Socket);
        _socket = Create(stream, new StreamPipeWriterOptions(leaveOpen: true));
    }

    /// <summary>Puts it under everything that a connection sends. Kestrel goes on reading, and noticing that the peer is gone.</summary>
    public static ConnectionDelegate Under(ConnectionDelegate next) => async connection =>
    {
        if (connection.Features.Get<IConnectionSocketFeature>() is not { } feature || Over(feature.Socket) is not { } output)
        {
            await next(connection);
            return;
        }

        var kestrels = connection.Transport;
        connection.Transport = new Duplex(kestrels.Input, output);
        try
        {
            await next(connection);
        }
        finally
        {
            await output.FlushAsync();

            // What could not be sent now never will be; without the exception it would be tried again.
            output.Complete(new ConnectionAbortedException());
            connection.Transport = kestrels;
        }
    };

    public override bool CanGetUnflushedBytes => true;

    public override long UnflushedBytes => _socket.UnflushedBytes;

    public override void Advance(int bytes) => _socket.Advance(bytes);

    public override Memory<byte> GetMemory(int sizeHint = 0) => _socket.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => _socket.GetSpan(sizeHint);

    public override void CancelPendingFlush() => _socket.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => _socket.Complete(exception);

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            _cork.Pull();
            var flushing = _socket.FlushAsync(cancellationToken);
            return flushing.IsCompletedSuccessfully ? flushing : Finished(flushing);
        }
        catch (Exception e) when (IsGone(e))
        {
            return ValueTask.FromResult(Gone);
        }
    }

    public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
    {
        try
        {
            _cork.Before(source.Length);
            var writing = _socket.WriteAsync(source, cancellationToken);
            return writing.IsCompletedSuccessfully ? writing : Finished(writing);
        }
        catch (Exception e) when (IsGone(e))
        {
            return ValueTask.FromResult(Gone);
        }
    }

    /// <summary>A connection that has ended is an answer, not a failure: whoever reads from it hears of it first.</summary>
    private static FlushResult Gone => new(isCanceled: false, isCompleted: true);

    private static async ValueTask<FlushResult> Finished(ValueTask<FlushResult> sending)
    {
        try
        {
            return await sending;
        }
        catch (Exception e) when (IsGone(e))
        {
            return Gone;
        }
    }

    /// <summary>Null for a peer that is gone already: Kestrel finds out by itself.</summary>
    private static SocketOutput? Over(Socket socket)
    {
        try
        {
            return new SocketOutput(new NetworkStream(socket, ownsSocket: false));
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static bool IsGone(Exception e) => e is IOException or SocketException or ObjectDisposedException;

    private sealed class Duplex(PipeReader input, PipeWriter output) : IDuplexPipe
    {
        public PipeReader Input => input;

        public PipeWriter Output => output;
    }
}
