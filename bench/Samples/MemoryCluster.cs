using System.Globalization;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.Store;
using CloudletK8s.Store.Memory;

namespace CloudletK8s.Bench.Samples;

/// <summary>A store in memory that forgets fast enough for benchmarks that write without end.</summary>
internal static class MemoryCluster
{
    private const int History = 20_000;

    public static ClusterStore Open() =>
        ClusterStore.Open(new MemoryTableStore(isExclusive: true), new() { HistoryChanges = History }, TimeProvider.System);

    public static async Task<StoredObject> Commit(IResourceStore pods, ObjectWrite write) =>
        await pods.Commit(write, CancellationToken.None) is CommitResult.Committed committed
            ? committed.Object
            : throw new InvalidOperationException("the commit failed");

    public static ObjectWrite Addition(string name)
    {
        var (json, offset) = JsonTreeWriter.WriteForStore(SamplePod.Defaulted(name));
        return new(ChangeType.Added, new(SamplePod.Namespace, name)) { Json = json, RevisionOffset = offset };
    }

    public static async Task Fill(IResourceStore pods, int count)
    {
        for (var i = 0; i < count; i++)
            await Commit(pods, Addition("pod-" + i.ToString("D5", CultureInfo.InvariantCulture)));
    }
}
