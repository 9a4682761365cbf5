using System.Threading.Channels;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Values;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Clients.ListWatches;

namespace CloudletK8s.Cloudlet.Bench.Controllers;

/// <summary>Nodes without machines: whatever is bound to one of them is said to run and to be ready at once.</summary>
internal sealed class PaperNodes(IApiClient client, string prefix) : IListWatchSink<Pod>
{
    private const int Reporters = 16;

    private readonly Channel<Pod> _bound = Channel.CreateUnbounded<Pod>();
    private readonly HashSet<string> _known = [];

    /// <summary>Pods that were bound, each counted once.</summary>
    public int Bound => Volatile.Read(ref _boundCount);

    private int _boundCount;

    public async Task Create(int count, CancellationToken cancellationToken)
    {
        var amounts = new Dictionary<string, Quantity>
        {
            ["cpu"] = Quantity.Parse("64"), ["memory"] = Quantity.Parse("256Gi"), ["pods"] = Quantity.Parse("1000"),
        };
        await Parallel.ForEachAsync(Enumerable.Range(0, count), cancellationToken, async (i, token) =>
        {
            var name = $"{prefix}-{i}";
            var node = new Node
            {
                // Nobody renews their leases; they are not to be given up for it.
                Metadata = new()
                {
                    Name = name,
                    Labels = new Dictionary<string, string> { ["kubernetes.io/hostname"] = name, ["cloudlet.dev/autonomous"] = "true" },
                },
                Status = new() { Capacity = amounts, Allocatable = amounts, Conditions = [new() { Type = "Ready", Status = "True" }] },
            };
            _ = (await client.Create(node, WriteOptions.Default, token)).Required();
        });
    }

    public Task Delete(int count, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        Enumerable.Range(0, count), cancellationToken, async (i, token) => await client.Delete<Node>(ObjectName.OfCluster($"{prefix}-{i}"), new(), token));

    /// <summary>Reports until it is cancelled.</summary>
    public Task Report(CancellationToken cancellationToken) => Task.WhenAll(Enumerable.Range(0, Reporters).Select(async _ =>
    {
        await foreach (var pod in _bound.Reader.ReadAllAsync(cancellationToken))
            await client.Patch<Pod>(ObjectName.Of(pod), new ObjectPatch.Merge(Running()), "status", WriteOptions.Default, cancellationToken);
    }));

    void IListWatchSink<Pod>.Added(Pod obj) => Note(obj);

    void IListWatchSink<Pod>.Modified(Pod previous, Pod current) => Note(current);

    void IListWatchSink<Pod>.Deleted(Pod last)
    {
    }

    void IListWatchSink<Pod>.Synced(string resourceVersion)
    {
    }

    private void Note(Pod pod)
    {
        if (pod.Spec?.NodeName?.StartsWith(prefix, StringComparison.Ordinal) != true || !_known.Add(pod.Metadata!.Uid!))
            return;

        Interlocked.Increment(ref _boundCount);
        _bound.Writer.TryWrite(pod);
    }

    private static TreeObject Running()
    {
        var now = GoTime.Format(TimeProvider.System.GetUtcNow());
        var status = new TreeObject();
        status.Set("phase", "Running");
        status.Set("startTime", now);
        status.Set("podIP", "10.0.0.1");
        var conditions = new TreeList();
        foreach (var type in (ReadOnlySpan<string>)["Initialized", "Ready", "ContainersReady", "PodScheduled"])
        {
            var condition = new TreeObject();
            condition.Set("type", type);
            condition.Set("status", "True");
            condition.Set("lastTransitionTime", now);
            conditions.Add(condition);
        }

        status["conditions"] = conditions;
        return new TreeObject { ["status"] = status };
    }
}
