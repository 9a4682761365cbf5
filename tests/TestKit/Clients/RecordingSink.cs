using System.Threading.Channels;
using CloudletK8s.Api.Kinds;
using CloudletK8s.ControllerRuntime.Clients.ListWatches;

namespace CloudletK8s.TestKit.Clients;

/// <summary>Writes down what it hears, for a test to wait for.</summary>
public sealed class RecordingSink<T> : IListWatchSink<T> where T : class, IApiObject
{
    private readonly Channel<string> _heard = Channel.CreateUnbounded<string>();

    public void Added(T obj) => _heard.Writer.TryWrite($"added {obj.Metadata!.Name}");

    public void Modified(T previous, T current) => _heard.Writer.TryWrite($"modified {current.Metadata!.Name}");

    public void Deleted(T last) => _heard.Writer.TryWrite($"deleted {last.Metadata!.Name}");

    public void Synced(string resourceVersion) => _heard.Writer.TryWrite($"synced {resourceVersion}");

    public ValueTask<string> Next(CancellationToken cancellationToken) => _heard.Reader.ReadAsync(cancellationToken);
}
