using BenchmarkDotNet.Attributes;
using CloudletK8s.Bench.Samples;
using CloudletK8s.Store;

namespace CloudletK8s.Bench.Stores;

/// <summary>The revision log over a table in memory: what a write costs above the table.</summary>
[MemoryDiagnoser]
public class Commits
{
    private const int Writers = 64;
    private readonly ClusterStore _store = MemoryCluster.Open();
    private readonly StoredObject[] _objects = new StoredObject[Writers];
    private readonly ObjectWrite[] _writes = new ObjectWrite[Writers];
    private IResourceStore _pods = null!;

    [GlobalSetup]
    public void Setup() => Waited.For(Fill());

    [GlobalCleanup]
    public void Cleanup() => Waited.For(_store.DisposeAsync().AsTask());

    [Benchmark]
    public Task OneWriter() => Modify(0);

    /// <summary>All at once: the cost of each.</summary>
    [Benchmark(OperationsPerInvoke = Writers)]
    public Task ManyWriters()
    {
        var commits = new Task[Writers];
        for (var i = 0; i < Writers; i++)
            commits[i] = Modify(i);
        return Task.WhenAll(commits);
    }

    private async Task Modify(int at)
    {
        var write = _writes[at] with { Type = ChangeType.Modified, ExpectedRevision = _objects[at].Revision };
        _objects[at] = await MemoryCluster.Commit(_pods, write);
    }

    private async Task Fill()
    {
        _pods = _store.Resource("pods");
        for (var i = 0; i < Writers; i++)
        {
            _writes[i] = MemoryCluster.Addition($"pod-{i}");
            _objects[i] = await MemoryCluster.Commit(_pods, _writes[i]);
        }
    }
}
