using System.IO.Pipelines;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace CloudletK8s.ApiServer.Hosting;

/// <summary>
/// What a connection sends. Much at once goes from the thread that has it straight out of the buffer that TLS encrypted into:
/// Kestrel's own way, a pipe of 4 KiB pages that another thread empties, was a third of a watch event's time and half of the memory
/// of a thousand watchers (docs/benchmarks.md). Little goes that way still, because short answers that are sent one right after
/// the other wake their readers less often (<see cref="SendQueue"/>).
/// </summary>
internal sealed class SocketOutput : PipeWriter
{
    private const int Much = 8 * 1024;

    /// <summary>Everything that goes through the pipe fits into one page, and so into one system call.</summary>
    private const int PageBytes = 16 * 1024;

    private const int PauseBytes = 64 * 1024;

    private readonly TcpCork _cork;
    private readonly NetworkStream _socket;
    private readonly Pipe _pipe;
    private readonly Task _sending;

    /// <summary>What the pipe holds. Only when that is nothing may anything pass it by.</summary>
    private long _inPipe;

    private volatile bool _isStreaming;

    private SocketOutput(NetworkStream socket)
    {
        _socket = socket;
        _cork = new(socket.Socket);
        _pipe = new(new PipeOptions(
            readerScheduler: SendQueue.Next(),
            pauseWriterThreshold: PauseBytes,
            resumeWriterThreshold: PauseBytes / 2,
            minimumSegmentSize: PageBytes,
            useSynchronizationContext: false));
        _sending = SendFromPipe();
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
        connection.Features.Set(output);
        try
        {
            await next(connection);
        }
        finally
        {
            await output.CompleteAsync();
            connection.Transport = kestrels;
        }
    };

    /// <summary>
    /// A watch begins: from here on even little is sent at once. Events go to all watchers one right after the other anyway, and a
    /// pipe would hold a page for each of them.
    /// </summary>
    public static void StreamsOn(HttpContext http) => http.Features.Get<SocketOutput>()?._isStreaming = true;

    public override bool CanGetUnflushedBytes => true;

    public override long UnflushedBytes => _pipe.Writer.UnflushedBytes;

    public override void Advance(int bytes)
    {
        Interlocked.Add(ref _inPipe, bytes);
        _pipe.Writer.Advance(bytes);
    }

    public override Memory<byte> GetMemory(int sizeHint = 0) => _pipe.Writer.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => _pipe.Writer.GetSpan(sizeHint);

    public override void CancelPendingFlush() => _pipe.Writer.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => _pipe.Writer.Complete(exception);

    public override async ValueTask CompleteAsync(Exception? exception = null)
    {
        await _pipe.Writer.CompleteAsync(exception);
        await _sending;
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            _cork.Pull();
        }
        catch (Exception e) when (IsGone(e))
        {
            return ValueTask.FromResult(Gone);
        }

        return _pipe.Writer.FlushAsync(cancellationToken);
    }

    public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
    {
        if ((source.Length >= Much || _isStreaming || _cork.IsIn) && Interlocked.Read(ref _inPipe) == 0)
            return SendNow(source, cancellationToken);

        Interlocked.Add(ref _inPipe, source.Length);
        return _pipe.Writer.WriteAsync(source, cancellationToken);
    }

    private ValueTask<FlushResult> SendNow(ReadOnlyMemory<byte> source, CancellationToken cancellationToken)
    {
        try
        {
            _cork.Before(source.Length);
            var sending = _socket.WriteAsync(source, cancellationToken);

            // The kernel nearly always takes everything at once, and then nobody has to wait.
            return sending == default ? default : Sent(sending);
        }
        catch (Exception e) when (IsGone(e))
        {
            return ValueTask.FromResult(Gone);
        }
    }

    private async Task SendFromPipe()
    {
        var reader = _pipe.Reader;
        try
        {
            while (true)
            {
                var read = await reader.ReadAsync();
                foreach (var page in read.Buffer)
                    await _socket.WriteAsync(page);

                Interlocked.Add(ref _inPipe, -read.Buffer.Length);
                reader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                    break;
            }
        }
        catch (Exception e) when (IsGone(e))
        {
            // Whoever writes on is told by the completed reader.
        }

        await reader.CompleteAsync();
    }

    private static async ValueTask<FlushResult> Sent(ValueTask sending)
    {
        try
        {
            await sending;
            return default;
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

    /// <summary>A connection that has ended is an answer, not a failure: whoever reads from it hears of it first.</summary>
    private static FlushResult Gone => new(isCanceled: false, isCompleted: true);

    private static bool IsGone(Exception e) => e is IOException or SocketException or ObjectDisposedException;

    private sealed class Duplex(PipeReader input, PipeWriter output) : IDuplexPipe
    {
        public PipeReader Input => input;

        public PipeWriter Output => output;
    }
}
