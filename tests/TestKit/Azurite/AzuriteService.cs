using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CloudletK8s.TestKit.Azurite;

/// <summary>One service of the storage emulator, in memory.</summary>
/// <param name="service">"table" or "queue".</param>
internal sealed class AzuriteService(string service) : IAsyncDisposable
{
    private const int Attempts = 3;

    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(30);

    private Process? _process;

    public int Port { get; private set; }

    public async Task Start()
    {
        var installation = await AzuriteFixture.Install();
        for (var attempt = 1; ; attempt++)
        {
            // Between the choice and the use somebody else may take the port.
            var port = FreePort();
            if (await Start(installation, port))
            {
                Port = port;
                return;
            }

            if (attempt == Attempts)
                throw new InvalidOperationException($"Azurite did not start within {Attempts} attempts of {StartTimeout}.");
        }
    }

    public ValueTask DisposeAsync()
    {
        Stop();
        AppDomain.CurrentDomain.ProcessExit -= StopAtExit;
        return ValueTask.CompletedTask;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<bool> Start(string installation, int port)
    {
        var ready = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var start = new ProcessStartInfo(
            Path.Combine(installation, "node_modules", ".bin", $"azurite-{service}"),
            ["--inMemoryPersistence", "--silent", "--skipApiVersionCheck", "--disableTelemetry", $"--{service}Port", $"{port}"])
        {
            RedirectStandardOutput = true,
        };
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Contains("successfully", StringComparison.Ordinal) is true)
                ready.TrySetResult(true);
        };
        _process.Exited += (_, _) => ready.TrySetResult(false);
        _process.Start();
        _process.BeginOutputReadLine();
        AppDomain.CurrentDomain.ProcessExit += StopAtExit;

        if (await Task.WhenAny(ready.Task, Task.Delay(StartTimeout)) == ready.Task && await ready.Task)
            return true;

        Stop();
        return false;
    }

    private void StopAtExit(object? sender, EventArgs ended) => Stop();

    private void Stop()
    {
        if (Interlocked.Exchange(ref _process, null) is not { } process)
            return;

        using (process)
        {
            if (!process.HasExited)
                process.Kill();
        }
    }
}
