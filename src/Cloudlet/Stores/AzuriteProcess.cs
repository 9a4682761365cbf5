using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using CloudletK8s.Cloudlet.Commands;
using CloudletK8s.Cloudlet.Data;

namespace CloudletK8s.Cloudlet.Stores;

/// <summary>
/// The storage emulator behind `--store azurite`: one that runs on the emulator's usual port, or one of our own on the data
/// directory. Ours writes to its file every few seconds only, so it outlives a server that was killed, and the next server takes it
/// over: what was acknowledged is still there.
/// </summary>
internal sealed class AzuriteProcess : IAsyncDisposable
{
    /// <summary>Where the emulator is installed; the launcher sets it.</summary>
    public const string InstallationName = "CLOUDLET_AZURITE";

    private const int UsualPort = 10002;
    private const int Interrupt = 2;
    private const string Account = "devstoreaccount1";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly int? _own;
    private readonly string? _record;

    private AzuriteProcess(string connectionString, int? own, string? record)
    {
        ConnectionString = connectionString;
        _own = own;
        _record = record;
    }

    public string ConnectionString { get; }

    /// <exception cref="CommandException">None runs, and none can be started.</exception>
    public static async Task<AzuriteProcess> FindOrStart(string directory, CancellationToken cancellationToken)
    {
        var record = RecordIn(directory);
        if (await FindOwn(record, cancellationToken) is { } known)
            return known;

        // A directory that already holds tables must be served from there and from nowhere else.
        if (!Directory.Exists(directory) && await Answers(UsualPort, cancellationToken))
            return new AzuriteProcess("UseDevelopmentStorage=true", null, null);

        Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return await Start(directory, record, cancellationToken);
    }

    /// <summary>How to reach the emulator that a server has started on the directory; null when none answers.</summary>
    public static async Task<string?> FindRunning(string directory, CancellationToken cancellationToken) =>
        Recorded(RecordIn(directory)) is { } known && await Answers(known.Port, cancellationToken) ? Connection(known.Port) : null;

    public async ValueTask DisposeAsync()
    {
        if (_own is not { } processId)
            return;

        // It saves its tables on this signal only; SIGTERM ends it at once.
        _ = SendSignal(processId, Interrupt);

        // It may have more to save than this; the next start waits for it.
        if (await HasEnded(processId, StopLimit))
            File.Delete(_record!);
    }

    private static async Task<AzuriteProcess?> FindOwn(string record, CancellationToken cancellationToken)
    {
        if (Recorded(record) is not var (processId, port))
            return null;

        if (await Answers(port, cancellationToken))
            return new AzuriteProcess(Connection(port), processId, record);

        // Still saving. Another one that began on its files now would read what they held before.
        return await HasEnded(processId, StartLimit)
            ? null
            : throw new CommandException($"Azurite (process {processId}) holds the data directory's tables, but does not answer; end it first");
    }

    private static string RecordIn(string directory) => Path.Combine(directory, "process");

    /// <summary>The emulator that was started on the directory, if it is still there.</summary>
    private static (int ProcessId, int Port)? Recorded(string record) =>
        File.Exists(record) && File.ReadAllText(record).Split(' ') is [var id, var portText]
            && int.TryParse(id, out var processId) && int.TryParse(portText, out var port) && IsAzurite(processId) ? (processId, port) : null;

    private static async Task<AzuriteProcess> Start(string directory, string record, CancellationToken cancellationToken)
    {
        var program = Path.Combine(
            Environment.GetEnvironmentVariable(InstallationName) ?? "", "node_modules", ".bin", "azurite-table");
        if (!File.Exists(program))
            throw new CommandException($"Azurite is not installed; run scripts/install-azurite and set {InstallationName} to what it prints");

        var port = FreePort();

        // In a session of its own, so that Ctrl-C in our terminal does not end it before us, and without a pipe to us, because it
        // dies of a broken one when it writes its last words, before it has saved.
        var start = new ProcessStartInfo("sh",
        [
            "-c", "exec setsid \"$@\" >/dev/null 2>&1 </dev/null", "sh",
            program, "--location", directory, "--silent", "--skipApiVersionCheck", "--disableTelemetry", "--tablePort", $"{port}",
        ]);
        using var process = Process.Start(start)!;
        var patience = Stopwatch.StartNew();
        while (!await Answers(port, cancellationToken))
        {
            if (process.HasExited || patience.Elapsed > StartLimit)
                throw new CommandException($"Azurite ({program}) does not start");

            await Task.Delay(Pause, cancellationToken);
        }

        PrivateFile.Write(record, string.Create(CultureInfo.InvariantCulture, $"{process.Id} {port}"));
        return new AzuriteProcess(Connection(port), process.Id, record);
    }

    private static async Task<bool> HasEnded(int processId, TimeSpan limit)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < limit; await Task.Delay(Pause))
        {
            if (!IsAzurite(processId))
                return true;
        }

        return false;
    }

    /// <summary>False also for one that has ended and that nobody has collected yet.</summary>
    private static bool IsAzurite(int processId)
    {
        var command = $"/proc/{processId}/cmdline";
        return File.Exists(command) && File.ReadAllText(command).Contains("azurite-table", StringComparison.Ordinal);
    }

    private static async Task<bool> Answers(int port, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Connection(int port)
    {
        // Published by Microsoft; every emulator has it.
        const string key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
        return $"AccountName={Account};AccountKey={key};TableEndpoint=http://127.0.0.1:{port}/{Account}";
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int process, int signal);
}
