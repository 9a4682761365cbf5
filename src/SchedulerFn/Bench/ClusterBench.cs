using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Scheduling.V1;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Clients.ListWatches;

namespace CloudletK8s.SchedulerFn.Bench;

/// <summary>
/// The same workloads end to end: pods are created through the API of any cluster whose scheduler runs, and the clock stops when the
/// last is bound, or is said to fit nowhere.
/// </summary>
public sealed class ClusterBench(IApiClient client, SchedulerBenchOptions options) : IListWatchSink<Pod>
{
    private const int Clients = 64;
    private const string Namespace = "bench";
    private const string Priority = "bench-urgent";

    private readonly BenchWorkload _workload = BenchWorkload.Of(options);
    private readonly ConcurrentDictionary<string, long> _created = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, double> _settled = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Channel<ObjectName> _leaving = Channel.CreateUnbounded<ObjectName>();
    private int _bound;

    /// <param name="usage">Seconds of processor time that the server has used so far.</param>
    public async Task<ClusterBenchResult> Run(Func<double> usage, CancellationToken cancellationToken)
    {
        await Prepare(cancellationToken);
        using var following = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watching = new ListWatch<Pod>(client, this, new() { Namespace = Namespace, WithoutManagedFields = true }, TimeProvider.System, new Random(options.Seed))
            .Run(following.Token);
        var ending = EndLeaving(following.Token);
        var used = usage();
        var started = Stopwatch.GetTimestamp();
        await ForEach(options.Pods, number => Timed(Settable(_workload.Measured(number)), cancellationToken), cancellationToken);
        var created = Stopwatch.GetElapsedTime(started);
        await _done.Task.WaitAsync(cancellationToken);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        used = usage() - used;
        await following.CancelAsync();
        await Task.WhenAll(watching, ending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        double[] times = [.. _settled.Values.Order()];
        return new()
        {
            Options = options,
            Bound = _bound,
            CreatedSeconds = created.TotalSeconds,
            Seconds = seconds,
            P50Milliseconds = times[times.Length / 2],
            P99Milliseconds = times[(int)(times.Length * 0.99)],
            ServerCpuSeconds = used,
        };
    }

    void IListWatchSink<Pod>.Added(Pod obj) => Note(obj);

    void IListWatchSink<Pod>.Modified(Pod previous, Pod current) => Note(current);

    void IListWatchSink<Pod>.Deleted(Pod last)
    {
    }

    void IListWatchSink<Pod>.Synced(string resourceVersion)
    {
    }

    private async Task Prepare(CancellationToken cancellationToken)
    {
        await Create(new Namespace { Metadata = new() { Name = Namespace } }, cancellationToken);
        await Create(new PriorityClass { Metadata = new() { Name = Priority }, Value = 10, Description = "for measuring" }, cancellationToken);
        await ForEach(options.Nodes, number => Create(BenchObjects.Node(number), cancellationToken), cancellationToken);
        await ForEach(
            options.Existing ?? _workload.ExistingPods,
            number => Create(Settable(_workload.Existing(number)).With(spec => spec with { NodeName = $"node-{number % options.Nodes:D5}" }), cancellationToken),
            cancellationToken);
    }

    private async Task Timed(Pod pod, CancellationToken cancellationToken)
    {
        _created[pod.Metadata!.Name!] = Stopwatch.GetTimestamp();
        await Create(pod, cancellationToken);
    }

    private async Task Create<T>(T obj, CancellationToken cancellationToken) where T : class, IApiObject
    {
        if (await client.Create(obj, WriteOptions.Default, cancellationToken) is var made and not ApiResult<T>.AlreadyExists)
            _ = made.Required();
    }

    /// <summary>What kubelets would do: pods that have to go are gone at once.</summary>
    private Task EndLeaving(CancellationToken cancellationToken) => Task.WhenAll(Enumerable.Range(0, Clients / 4).Select(async _ =>
    {
        await foreach (var name in _leaving.Reader.ReadAllAsync(cancellationToken))
            await client.Delete<Pod>(name, new() { GracePeriodSeconds = 0 }, cancellationToken);
    }));

    private void Note(Pod pod)
    {
        if (pod.Metadata!.DeletionTimestamp is not null)
            _leaving.Writer.TryWrite(ObjectName.Of(pod));
        if (!_created.TryGetValue(pod.Metadata!.Name!, out var created))
            return;

        var isBound = pod.Spec?.NodeName is { Length: > 0 };
        var fitsNowhere = options.Workload == "unschedulable" && pod.Status?.Conditions?.Any(condition => condition is { Type: "PodScheduled", Status: "False" }) == true;
        if ((!isBound && !fitsNowhere) || !_settled.TryAdd(pod.Metadata.Name!, Stopwatch.GetElapsedTime(created).TotalMilliseconds))
            return;

        if (isBound)
            _bound++;
        if (_settled.Count == options.Pods)
            _done.TrySetResult();
    }

    /// <summary>As a user may create it: with a priority class, and without an uid or a status.</summary>
    private static Pod Settable(Pod pod) => pod with
    {
        Metadata = pod.Metadata! with { Uid = null },
        Spec = pod.Spec! with { PriorityClassName = pod.Spec.Priority > 0 ? Priority : null, Priority = null },
    };

    private static Task ForEach(int count, Func<int, Task> create, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        Enumerable.Range(0, count),
        new ParallelOptions { MaxDegreeOfParallelism = Clients, CancellationToken = cancellationToken },
        async (number, _) => await create(number));
}
