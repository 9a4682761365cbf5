using System.Buffers;
using System.Buffers.Text;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace CloudletK8s.Cloudlet.Bench;

/// <summary>
/// One keep-alive HTTP/1.1 connection, with no more than a load generator needs: what it saves goes to the server under test,
/// for both share the machine's processors.
/// </summary>
internal sealed class HttpConnection : IAsyncDisposable
{
    private readonly Kubeconfig _target;
    private readonly Stream _stream;
    private readonly ArrayBufferWriter<byte> _request = new(8 * 1024);
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    private HttpConnection(Kubeconfig target, Stream stream)
    {
        _target = target;
        _stream = stream;
    }

    public static async Task<HttpConnection> Open(Kubeconfig target, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(target.Server.Host, target.Server.Port, cancellationToken);
        Stream stream = new NetworkStream(socket, ownsSocket: true);
        if (target.Server.Scheme == Uri.UriSchemeHttps)
        {
            var tls = new SslStream(stream);
            await tls.AuthenticateAsClientAsync(Tls(target), cancellationToken);
            stream = tls;
        }

        return new(target, stream);
    }

    /// <summary>Sends a request and reads the head of its answer.</summary>
    public async ValueTask<HttpHead> Send(string method, string path, string contentType, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        _request.ResetWrittenCount();
        var head = $"{method} {path} HTTP/1.1\r\nHost: {_target.Server.Authority}\r\nAccept: application/json\r\nUser-Agent: cloudlet-bench/1\r\n"
            + (_target.Token.Length > 0 ? $"Authorization: Bearer {_target.Token}\r\n" : "")
            + (body.IsEmpty ? "\r\n" : $"Content-Type: {contentType}\r\nContent-Length: {body.Length}\r\n\r\n");
        Encoding.ASCII.GetBytes(head, _request);
        _request.Write(body.Span);
        await _stream.WriteAsync(_request.WrittenMemory, cancellationToken);
        return await ReadHead(cancellationToken);
    }

    /// <summary>Reads the whole body into memory of the connection, valid until the next call.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> ReadBody(HttpHead head, CancellationToken cancellationToken)
    {
        if (head.Length is { } length)
        {
            while (_end - _start < length)
                await Fill(cancellationToken);
            var body = _buffer.AsMemory(_start, length);
            _start += length;
            return body;
        }

        var whole = new ArrayBufferWriter<byte>();
        while (await ReadChunk(cancellationToken) is { Length: > 0 } chunk)
            whole.Write(chunk.Span);
        return whole.WrittenMemory;
    }

    /// <summary>Reads the whole body and throws it away.</summary>
    public async ValueTask<long> SkipBody(HttpHead head, CancellationToken cancellationToken)
    {
        if (head.Length is { } length)
        {
            var left = (long)length;
            while (left > 0)
            {
                if (_start == _end)
                    await Fill(cancellationToken);
                var taken = (int)Math.Min(left, _end - _start);
                _start += taken;
                left -= taken;
            }

            return length;
        }

        var total = 0L;
        while (await ReadChunk(cancellationToken) is { Length: > 0 } chunk)
            total += chunk.Length;
        return total;
    }

    /// <summary>The next part of a chunked body; empty at its end. Valid until the next call.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> ReadChunk(CancellationToken cancellationToken)
    {
        var line = await ReadLine(cancellationToken);
        if (!Utf8Parser.TryParse(line.Span, out int size, out _, 'x'))
            throw new InvalidDataException($"not a chunk size: {Encoding.ASCII.GetString(line.Span)}");

        while (_end - _start < size + 2)
            await Fill(cancellationToken);
        var chunk = _buffer.AsMemory(_start, size);
        _start += size + 2;
        return chunk;
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private static SslClientAuthenticationOptions Tls(Kubeconfig target) => new()
    {
        TargetHost = target.Server.Host,
        ClientCertificates = target.Client is null ? null : [target.Client],
        CertificateChainPolicy = target.Authority is null ? null : new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { target.Authority },
            RevocationMode = X509RevocationMode.NoCheck,
        },
    };

    private async ValueTask<HttpHead> ReadHead(CancellationToken cancellationToken)
    {
        var status = await ReadLine(cancellationToken);
        if (!Utf8Parser.TryParse(status.Span[9..], out int code, out _))
            throw new InvalidDataException("not an HTTP answer");

        int? length = null;
        while (true)
        {
            var line = (await ReadLine(cancellationToken)).Span;
            if (line.IsEmpty)
                return new(code, length);
            if (Ascii.EqualsIgnoreCase(line[..Math.Min(line.Length, 15)], "content-length:"u8) && Utf8Parser.TryParse(line[15..].Trim((byte)' '), out int value, out _))
                length = value;
        }
    }

    private async ValueTask<ReadOnlyMemory<byte>> ReadLine(CancellationToken cancellationToken)
    {
        var looked = 0;
        while (true)
        {
            var at = _buffer.AsSpan(_start + looked, _end - _start - looked).IndexOf((byte)'\n');
            if (at >= 0)
            {
                var line = _buffer.AsMemory(_start, looked + at - 1);
                _start += looked + at + 1;
                return line;
            }

            looked = _end - _start;
            await Fill(cancellationToken);
        }
    }

    private async ValueTask Fill(CancellationToken cancellationToken)
    {
        if (_start == _end)
        {
            _start = _end = 0;
        }
        else if (_end == _buffer.Length)
        {
            var target = _start > _buffer.Length / 2 ? _buffer : new byte[_buffer.Length * 2];
            Buffer.BlockCopy(_buffer, _start, target, 0, _end - _start);
            (_buffer, _end, _start) = (target, _end - _start, 0);
        }

        var read = await _stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        if (read == 0)
            throw new EndOfStreamException("the server closed the connection");
        _end += read;
    }
}
