using BenchmarkDotNet.Attributes;
using CloudletK8s.Bench.Samples;
using CloudletK8s.Store;

namespace CloudletK8s.Bench.Stores;

[MemoryDiagnoser]
public class ListsOfTenThousand
{
    private const int Count = 10_000;
    private const int Page = 500;
    private readonly ClusterStore _store = MemoryCluster.Open();
    private IResourceStore _pods = null!;

    [GlobalSetup]
    public void Setup()
    {
        _pods = _store.Resource("pods");
        Waited.For(MemoryCluster.Fill(_pods, Count));
    }

    [GlobalCleanup]
    public void Cleanup() => Waited.For(_store.DisposeAsync().AsTask());

    [Benchmark]
    public async Task<long> All() => Sum(await Read(), int.MaxValue, Count);

    [Benchmark]
    public async Task<long> LastPage() => Sum(await Read(), Page, Page, new(SamplePod.Namespace, $"pod-{Count - Page - 1:D5}"));

    [Benchmark]
    public async Task<StoredObject> One() =>
        await _pods.Get(new(SamplePod.Namespace, "pod-04711"), CancellationToken.None) ?? throw new InvalidOperationException("a pod is missing");

    private async ValueTask<ResourceSnapshot> Read() =>
        ((ReadResult.Found)await _pods.Read(ReadAt.Newest.Instance, CancellationToken.None)).Snapshot;

    private static long Sum(ResourceSnapshot snapshot, int limit, int expected, ObjectKey? after = null)
    {
        var (count, bytes) = (0, 0L);
        foreach (var stored in snapshot.Objects(SamplePod.Namespace, after))
        {
            if (count == limit)
                break;

            count++;
            bytes += stored.Json.Length;
        }

        return count == expected ? bytes : throw new InvalidOperationException($"{count} objects instead of {expected}");
    }
}
