using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace CloudletK8s.TestKit.Servers;

/// <summary>A started executable: its output, and the ways in which it can end.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(20);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _errorLines = new();
    private readonly ConcurrentQueue<string> _outputLines = new();
    private readonly TaskCompletionSource<string> _firstLine = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(Process process) => _process = process;

    public int Id => _process.Id;

    public bool HasEnded => _process.HasExited;

    /// <summary>What it wrote to standard error so far.</summary>
    public string Errors => string.Join('\n', _errorLines);

    /// <summary>What it wrote to standard output so far.</summary>
    public string Output => string.Join('\n', _outputLines);

    /// <summary>The first line on standard output; fails with what stands on standard error when the process ends before.</summary>
    public Task<string> FirstLine => _firstLine.Task;

    public static ServerProcess Start(
        string executable, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null, string? workingDirectory = null)
    {
        var start = new ProcessStartInfo(executable, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workingDirectory ?? "",
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
            start.Environment[name] = value;

        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        var server = new ServerProcess(process);
        process.OutputDataReceived += (_, line) => server.OnOutput(line.Data);
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is not null)
                server._errorLines.Enqueue(line.Data);
        };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return server;
    }

    /// <summary>kill -9: no handler runs, nothing is flushed.</summary>
    public async Task Kill()
    {
        _process.Kill(entireProcessTree: false);
        await WaitForEnd();
    }

    /// <summary>SIGTERM, as a service manager sends it.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> Terminate() => Signal("TERM");

    /// <summary>SIGINT, as Ctrl-C sends it.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> Interrupt() => Signal("INT");

    /// <returns>The exit code.</returns>
    public async Task<int> WaitForEnd()
    {
        using var limit = new CancellationTokenSource(EndLimit);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"The process has not ended within {EndLimit}. It wrote:\n{Errors}");
        }

        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await Kill();

        _process.Dispose();
    }

    private async Task<int> Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        return await WaitForEnd();
    }

    private void OnOutput(string? line)
    {
        if (line is not null)
        {
            _outputLines.Enqueue(line);
            _firstLine.TrySetResult(line);
            return;
        }

        // The end of the output; what stands on standard error may still be on its way.
        _process.WaitForExitAsync().ContinueWith(
            _ => _firstLine.TrySetException(new InvalidOperationException($"The process ended without a line of output. It wrote:\n{Errors}")),
            TaskScheduler.Default);
    }
}
