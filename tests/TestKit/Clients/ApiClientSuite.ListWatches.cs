using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Clients.ListWatches;

namespace CloudletK8s.TestKit.Clients;

public abstract partial class ApiClientSuite
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Keeps_a_sink_in_step(bool useWatchList)
    {
        await Create(Config("a", app: "x"));
        var b = await Create(Config("b", app: "x"));
        var sink = new RecordingSink<ConfigMap>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ending);
        var options = new ListWatchOptions { UseWatchList = useWatchList, PageSize = 1, Namespace = "default", LabelSelector = "app=x" };
        var running = new ListWatch<ConfigMap>(Client, sink, options, TimeProvider.System, new Random(1)).Run(stop.Token);

        Assert.Equal(["added a", "added b"], [await sink.Next(Ending), await sink.Next(Ending)]);
        Assert.Equal($"synced {b.Metadata!.ResourceVersion}", await sink.Next(Ending));

        await Create(Config("c", app: "x"));
        await Client.Update(Config("a", "2", "x"), WriteOptions.Default, Ending);
        await Client.Delete<ConfigMap>(Named("b"), new(), Ending);
        Assert.Equal("added c", await sink.Next(Ending));
        Assert.Equal("modified a", await sink.Next(Ending));
        Assert.Equal("deleted b", await sink.Next(Ending));

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }
}
