namespace CloudletK8s.TestKit.Servers;

/// <summary>One server's lives on one data directory: killed again and again, and started again each time.</summary>
public sealed class ServerLives(string data, IReadOnlyList<string> arguments) : IAsyncDisposable
{
    private TaskCompletionSource<CloudletProcess> _current = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A client of the life that goes on; between two lives it waits for the next one.</summary>
    public async ValueTask<HttpClient> Client(CancellationToken cancellationToken) =>
        (await Volatile.Read(ref _current).Task.WaitAsync(cancellationToken)).Client;

    public async Task Start() => _current.SetResult(await CloudletProcess.Start(data, arguments));

    /// <summary>kill -9, and a new start. Calls that are on their way fail; those that follow wait.</summary>
    public async Task Restart()
    {
        var last = await Volatile.Read(ref _current).Task;
        Volatile.Write(ref _current, new(TaskCreationOptions.RunContinuationsAsynchronously));
        await last.Kill();
        await last.DisposeAsync();
        await Start();
    }

    public async ValueTask DisposeAsync()
    {
        if (_current.Task.IsCompletedSuccessfully)
            await (await _current.Task).DisposeAsync();
    }
}
