using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CloudletK8s.TestKit.Repository;

namespace CloudletK8s.TestKit.Azurite;

/// <summary>The storage emulator's table service, in memory, for as long as the tests that share it run.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private const int Attempts = 3;

    private static readonly TimeSpan InstallTimeout = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(30);

    private Process? _process;

    public string ConnectionString { get; private set; } = "";

    public async Task InitializeAsync()
    {
        var installation = await Install();
        for (var attempt = 1; ; attempt++)
        {
            // Between the choice and the use somebody else may take the port.
            var port = FreePort();
            if (await Start(installation, port))
            {
                ConnectionString = Connection(port);
                return;
            }

            if (attempt == Attempts)
                throw new InvalidOperationException($"Azurite did not start within {Attempts} attempts of {StartTimeout}.");
        }
    }

    public Task DisposeAsync()
    {
        Stop();
        AppDomain.CurrentDomain.ProcessExit -= StopAtExit;
        return Task.CompletedTask;
    }

    public static async Task<string> Install()
    {
        var start = new ProcessStartInfo(Path.Combine(RepositoryRoot.Path, "scripts", "install-azurite")) { RedirectStandardOutput = true };
        using var script = Process.Start(start) ?? throw new InvalidOperationException("scripts/install-azurite could not be started.");
        using var patience = new CancellationTokenSource(InstallTimeout);
        var output = await script.StandardOutput.ReadToEndAsync(patience.Token);
        await script.WaitForExitAsync(patience.Token);
        return script.ExitCode == 0
            ? output.Trim()
            : throw new InvalidOperationException($"scripts/install-azurite ended with {script.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Connection(int port)
    {
        const string name = "devstoreaccount1";
        const string key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
        return $"AccountName={name};AccountKey={key};TableEndpoint=http://127.0.0.1:{port}/{name}";
    }

    private async Task<bool> Start(string installation, int port)
    {
        var ready = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var start = new ProcessStartInfo(
            Path.Combine(installation, "node_modules", ".bin", "azurite-table"),
            ["--inMemoryPersistence", "--silent", "--skipApiVersionCheck", "--disableTelemetry", "--tablePort", $"{port}"])
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
