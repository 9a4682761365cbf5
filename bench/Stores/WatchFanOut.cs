using BenchmarkDotNet.Attributes;
using CloudletK8s.Bench.Samples;
using CloudletK8s.Store;

namespace CloudletK8s.Bench.Stores;

/// <summary>One change, and everybody who watches has read it.</summary>
[MemoryDiagnoser]
public class WatchFanOut
{
    private const int Watchers = 1000;
    private readonly ClusterStore _store = MemoryCluster.Open();
    private readonly IWatchCursor[] _cursors = new IWatchCursor[Watchers];
    private readonly Task<bool>[] _waits = new Task<bool>[Watchers];
    private IResourceStore _pods = null!;
    private ObjectWrite _write = null!;
    private StoredObject _object = null!;

    [GlobalSetup]
    public void Setup() => Waited.For(Open());

    [GlobalCleanup]
    public void Cleanup()
    {
        foreach (var cursor in _cursors)
            cursor.Dispose();
        Waited.For(_store.DisposeAsync().AsTask());
    }

    /// <summary>Nobody waits yet: the cost of reading.</summary>
    [Benchmark]
    public async Task Reading()
    {
        await Change();
        ReadAll();
    }

    /// <summary>Everybody waits: the cost of waking a thousand watchers and of their reading.</summary>
    [Benchmark]
    public async Task Waking()
    {
        for (var i = 0; i < Watchers; i++)
            _waits[i] = _cursors[i].WaitToRead(CancellationToken.None).AsTask();
        await Change();
        await Task.WhenAll(_waits);
        ReadAll();
    }

    private async Task Change() => _object = await MemoryCluster.Commit(
        _pods, _write with { Type = ChangeType.Modified, ExpectedRevision = _object.Revision });

    private void ReadAll()
    {
        foreach (var cursor in _cursors)
        {
            if (!cursor.TryRead(out var change) || change.Revision != _object.Revision || cursor.TryRead(out _))
                throw new InvalidOperationException("a watcher did not read the change exactly once");
        }
    }

    private async Task Open()
    {
        _pods = _store.Resource("pods");
        _write = MemoryCluster.Addition("watched");
        _object = await MemoryCluster.Commit(_pods, _write);
        for (var i = 0; i < Watchers; i++)
            _cursors[i] = await _pods.Watch(_object.Revision, CancellationToken.None) ?? throw new InvalidOperationException("history is gone");
    }
}
