using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;

namespace CloudletK8s.ApiServer.Http.WebSockets;

/// <summary>A watch as a WebSocket: each event is a message, text for JSON and binary for protobuf. What the client sends is not looked at.</summary>
internal sealed class WatchSocket(WatchStream watch, WebSocket socket, WebSocketMessageType messages, CancellationToken aborted) : IDisposable
{
    private const int LengthBytes = 4;
    private static readonly TimeSpan CloseLimit = TimeSpan.FromSeconds(5);

    /// <summary>Cancelled when either side is at its end.</summary>
    private readonly CancellationTokenSource _closing = CancellationTokenSource.CreateLinkedTokenSource(aborted);

    public static async Task Run(HttpContext http, WatchStream watch, bool isBinary)
    {
        using var socket = await WebSocketHandshake.Accept(http, WebSocketHandshake.Offered(http.Request).FirstOrDefault());
        using var watching = new WatchSocket(watch, socket, isBinary ? WebSocketMessageType.Binary : WebSocketMessageType.Text, http.RequestAborted);
        await watching.Run();
    }

    public void Dispose() => _closing.Dispose();

    private async Task Run()
    {
        var reading = ReadToEnd();
        var pipe = new Pipe();
        var watching = Watch(pipe.Writer, _closing.Token);
        try
        {
            await Send(pipe.Reader, _closing.Token);
            await watching;
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or IOException)
        {
            // The client hung up, or the server ends.
        }

        await Close();
        await _closing.CancelAsync();
        await pipe.Reader.CompleteAsync();
        await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await reading;
    }

    private async Task Watch(PipeWriter output, CancellationToken cancellationToken)
    {
        try
        {
            await watch.Run(output, cancellationToken);
        }
        finally
        {
            await output.CompleteAsync();
        }
    }

    /// <summary>Ends the watch when the client closes its side.</summary>
    private async Task ReadToEnd()
    {
        var ignored = new byte[256];
        try
        {
            while ((await socket.ReceiveAsync(ignored.AsMemory(), _closing.Token)).MessageType != WebSocketMessageType.Close)
            {
                // Kubernetes ignores what a watcher says, too.
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or IOException)
        {
            // The connection broke, or there is nothing more to wait for.
        }

        await _closing.CancelAsync();
    }

    private async Task Send(PipeReader events, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await events.ReadAsync(cancellationToken);
            var rest = read.Buffer;
            while (TryCut(ref rest, out var message))
                await Send(message, cancellationToken);

            events.AdvanceTo(rest.Start, rest.End);
            if (read.IsCompleted)
                return;
        }
    }

    private async ValueTask Send(ReadOnlySequence<byte> message, CancellationToken cancellationToken)
    {
        foreach (var part in message)
            await socket.SendAsync(part, messages, endOfMessage: false, cancellationToken);
        await socket.SendAsync(ReadOnlyMemory<byte>.Empty, messages, endOfMessage: true, cancellationToken);
    }

    /// <summary>On a plain connection JSON events end with their line, and protobuf ones begin with their length.</summary>
    private bool TryCut(ref ReadOnlySequence<byte> rest, out ReadOnlySequence<byte> message)
    {
        message = default;
        if (messages == WebSocketMessageType.Text)
        {
            if (rest.PositionOf((byte)'\n') is not { } end)
                return false;

            var next = rest.GetPosition(1, end);
            message = rest.Slice(0, next);
            rest = rest.Slice(next);
            return true;
        }

        if (rest.Length < LengthBytes)
            return false;

        Span<byte> length = stackalloc byte[LengthBytes];
        rest.Slice(0, LengthBytes).CopyTo(length);
        var bytes = BinaryPrimitives.ReadUInt32BigEndian(length);
        if (rest.Length < LengthBytes + bytes)
            return false;

        message = rest.Slice(LengthBytes, bytes);
        rest = rest.Slice(LengthBytes + bytes);
        return true;
    }

    private async ValueTask Close()
    {
        using var limit = new CancellationTokenSource(CloseLimit);
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, limit.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or IOException)
        {
            // Nobody is there to hear it.
        }
    }
}
