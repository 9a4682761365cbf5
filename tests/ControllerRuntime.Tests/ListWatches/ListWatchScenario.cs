using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Clients.ListWatches;
using CloudletK8s.TestKit.Clients;

namespace CloudletK8s.ControllerRuntime.Tests.ListWatches;

/// <summary>A list watch on a scripted server.</summary>
public abstract class ListWatchScenario : IAsyncLifetime
{
    private readonly CancellationTokenSource _ending = new(TimeSpan.FromSeconds(30));
    private Task? _running;

    internal ScriptedTransport Server { get; } = new();

    internal HurriedTime Time { get; } = new();

    protected RecordingSink<ConfigMap> Sink { get; } = new();

    protected List<Exception> Failures { get; } = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _ending.CancelAsync();
        if (_running is not null)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _running);
        _ending.Dispose();
    }

    protected void Run(bool useWatchList)
    {
        var options = new ListWatchOptions { UseWatchList = useWatchList, PageSize = 2, Failure = Failures.Add };
        var client = new ApiClient(Server, "test");
        _running = Task.Run(() => new ListWatch<ConfigMap>(client, Sink, options, Time, new Random(7)).Run(_ending.Token));
    }

    protected async Task Hears(params string[] expected)
    {
        foreach (var next in expected)
            Assert.Equal(next, await Sink.Next(_ending.Token));
    }
}
