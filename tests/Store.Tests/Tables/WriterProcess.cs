using System.Diagnostics;
using System.Globalization;
using System.Text;
using CloudletK8s.Store.Sqlite;
using CloudletK8s.Store.Tables;

namespace CloudletK8s.Store.Tests.Tables;

/// <summary>A child process that writes to a store and says what was acknowledged, until it is killed.</summary>
internal sealed class WriterProcess : IDisposable
{
    public const string Verb = "write-until-killed";
    public const int Writers = 8;
    public const string Head = "!head";

    private static readonly Lock OutputGate = new();

    private readonly Process _process;

    private WriterProcess(Process process) => _process = process;

    public int Id => _process.Id;

    public static WriterProcess Start(string directory)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(WriterProcess).Assembly.Location, Verb, directory]) { RedirectStandardOutput = true };
        return new WriterProcess(Process.Start(start) ?? throw new InvalidOperationException("No process was started."));
    }

    public static string Partition(int writer) => $"writer-{writer}";

    public async Task WaitUntilWriting() => Assert.NotNull(await _process.StandardOutput.ReadLineAsync());

    /// <returns>For each writer the number of its last batch that was acknowledged, when the process is dead.</returns>
    public async Task<int[]> KillAfter(int acknowledgements)
    {
        var last = new int[Writers];
        for (var heard = 0; await _process.StandardOutput.ReadLineAsync() is { } line; heard++)
        {
            if (heard == acknowledgements)
                _process.Kill();

            // The last line may be half of one.
            if (line.Split(' ') is [var writer, var number, "."])
                last[int.Parse(writer)] = int.Parse(number);
        }

        await _process.WaitForExitAsync();
        return last;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();

        _process.Dispose();
    }

    public static async Task WriteUntilKilled(string directory)
    {
        await using var store = SqliteTableStore.Open(directory);
        await using var output = Console.OpenStandardOutput();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => Write(store, writer, output))));
    }

    private static async Task Write(SqliteTableStore store, int writer, Stream output)
    {
        for (var head = await store.Get(Partition(writer), Head, default); ;)
        {
            var next = (head is null ? 0 : int.Parse(head.Value.Span, CultureInfo.InvariantCulture)) + 1;
            var value = Encoding.ASCII.GetBytes($"{next}");
            TableOperation[] batch =
            [
                head is null ? new TableOperation.Insert(Head, value) : new TableOperation.Replace(Head, value, head.ETag),
                new TableOperation.Insert($"l:{next:D8}", value),
                new TableOperation.Upsert($"o:{next % 10}", new byte[3_000]),
            ];
            var committed = (SubmitResult.Committed)await store.Submit(Partition(writer), batch, default);
            head = new TableRow(Head, committed.ETags[0]!, value);
            lock (OutputGate)
                output.Write(Encoding.ASCII.GetBytes($"{writer} {next} .\n"));
        }
    }
}
