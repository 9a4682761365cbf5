namespace CloudletK8s.TestKit.Servers;

/// <summary>One server's lives on one data directory: killed again and again, and started again each time.</summary>
public sealed class ServerLives(string data, IReadOnlyList<string> arguments) : IAsyncDisposable
{
    /// <summary>Their clients are disposed last: a call that is on its way must fail of the broken connection, and not be cancelled.</summary>
    private readonly List<CloudletProcess> _ended = [];

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
        _ended.Add(last);
        await Start();
    }

    public async ValueTask DisposeAsync()
    {
        if (_current.Task.IsCompletedSuccessfully)
            _ended.Add(await _current.Task);
        foreach (var life in _ended)
            await life.DisposeAsync();
    }
}
