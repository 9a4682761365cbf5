using System.Net.Sockets;

namespace CloudletK8s.ApiServer.Hosting;

/// <summary>
/// Keeps the kernel from sending while more is about to be written. Every send on its own wakes the reader, which is most of what
/// a send costs. Linux pulls a cork that was forgotten after 200 ms.
/// </summary>
internal sealed class TcpCork(Socket socket)
{
    /// <summary>TLS hands on at most this much at once, so a write of this size has another behind it, or at least a flush.</summary>
    private const int WorthWaiting = 32 * 1024;

    private const int TcpLevel = 6;
    private const int CorkOption = 3;

    private static readonly byte[] On = BitConverter.GetBytes(1);
    private static readonly byte[] Off = BitConverter.GetBytes(0);

    public bool IsIn { get; private set; }

    public void Before(int bytes)
    {
        if (bytes < WorthWaiting || IsIn || !OperatingSystem.IsLinux())
            return;

        socket.SetRawSocketOption(TcpLevel, CorkOption, On);
        IsIn = true;
    }

    public void Pull()
    {
        if (!IsIn)
            return;

        IsIn = false;
        socket.SetRawSocketOption(TcpLevel, CorkOption, Off);
    }
}
