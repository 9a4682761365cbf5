using System.Diagnostics;
using CloudletK8s.TestKit.Repository;

namespace CloudletK8s.TestKit.Azurite;

/// <summary>The storage emulator's table service, in memory, for as long as the tests that share it run.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private const string Account = "devstoreaccount1";

    private static readonly TimeSpan InstallTimeout = TimeSpan.FromMinutes(5);

    private readonly AzuriteService _tables = new("table");
    private AzuriteService? _queues;

    public string ConnectionString { get; private set; } = "";

    public async Task InitializeAsync()
    {
        await _tables.Start();
        ConnectionString = Connection("Table", _tables.Port);
    }

    /// <summary>Starts the queue service too, and answers how to reach it.</summary>
    public async Task<string> Queues()
    {
        if (_queues is null)
        {
            _queues = new("queue");
            await _queues.Start();
        }

        return Connection("Queue", _queues.Port);
    }

    public async Task DisposeAsync()
    {
        await _tables.DisposeAsync();
        if (_queues is not null)
            await _queues.DisposeAsync();
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

    private static string Connection(string service, int port)
    {
        const string key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
        return $"AccountName={Account};AccountKey={key};{service}Endpoint=http://127.0.0.1:{port}/{Account}";
    }
}
