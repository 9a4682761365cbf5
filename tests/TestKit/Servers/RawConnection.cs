using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CloudletK8s.TestKit.Servers;

/// <summary>A connection on which a test may send anything, and stop anywhere.</summary>
public sealed class RawConnection : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private readonly TcpClient _tcp;

    private readonly NetworkStream _stream;

    private RawConnection(TcpClient tcp)
    {
        _tcp = tcp;
        _stream = tcp.GetStream();
    }

    public static async Task<RawConnection> Open(int port)
    {
        var tcp = new TcpClient { NoDelay = true };
        await tcp.ConnectAsync(IPAddress.Loopback, port);
        return new(tcp);
    }

    public async Task Send(string text) => await _stream.WriteAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>No more comes from this side; what the server answers can still be read.</summary>
    public void EndSending() => _tcp.Client.Shutdown(SocketShutdown.Send);

    /// <summary>All that the server sends until it closes the connection.</summary>
    public async Task<string> ReadToEnd()
    {
        using var limit = new CancellationTokenSource(Limit);
        using var all = new MemoryStream();
        try
        {
            await _stream.CopyToAsync(all, limit.Token);
        }
        catch (IOException)
        {
            // A reset ends the answer as well as an orderly close.
        }

        return Encoding.UTF8.GetString(all.ToArray());
    }

    public void Dispose() => _tcp.Dispose();
}
