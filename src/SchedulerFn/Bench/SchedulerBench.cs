using System.Diagnostics;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.SchedulerFn.Clusters;
using CloudletK8s.SchedulerFn.Placements;
using CloudletK8s.SchedulerFn.Pods;
using CloudletK8s.SchedulerFn.Profiles;

namespace CloudletK8s.SchedulerFn.Bench;

/// <summary>
/// The algorithm alone: pods are compiled, placed and assumed one after another, on a cluster in memory. Nothing is read or bound
/// through an API.
/// </summary>
public sealed class SchedulerBench
{
    private const int ChurnEvery = 10;
    private readonly SchedulerBenchOptions _options;
    private readonly BenchWorkload _workload;
    private readonly ClusterState _state = new();
    private readonly Engine _engine;
    private int _placed;
    private int _unschedulable;
    private int _preemptions;
    private PodInfo? _last;

    public SchedulerBench(SchedulerBenchOptions options)
    {
        _options = options;
        _workload = BenchWorkload.Of(options);
        _engine = new(_state, new SchedulerConfiguration(), new Random(options.Seed));
    }

    public static IReadOnlyList<string> Workloads => BenchWorkload.Names;

    public SchedulerBenchResult Run(CancellationToken cancellationToken)
    {
        var existing = _options.Existing ?? _workload.ExistingPods;
        for (var i = 0; i < _options.Nodes; i++)
            _state.Apply(BenchObjects.Node(i));
        for (var i = 0; i < existing; i++)
            _state.Apply(_workload.Existing(i).With(spec => spec with { NodeName = $"node-{i % _options.Nodes:D5}" }));

        var pods = new Pod[_options.Pods];
        for (var i = 0; i < pods.Length; i++)
            pods[i] = _workload.Measured(i);

        var times = new long[pods.Length];
        using var process = Process.GetCurrentProcess();
        GC.Collect();
        var cpu = process.TotalProcessorTime;
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < pods.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var before = Stopwatch.GetTimestamp();
            if (_options.Workload == "mixed-churn" && i % ChurnEvery == 0)
                Churn(i);
            Place(pods[i]);
            times[i] = Stopwatch.GetTimestamp() - before;
        }

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        process.Refresh();
        var used = process.TotalProcessorTime - cpu;
        Array.Clear(pods);
        Array.Sort(times);
        return new()
        {
            Options = _options,
            Existing = existing,
            Placed = _placed,
            Unschedulable = _unschedulable,
            Preemptions = _preemptions,
            Seconds = seconds,
            P50Microseconds = Microseconds(times, 0.50),
            P99Microseconds = Microseconds(times, 0.99),
            CpuSeconds = used.TotalSeconds,
            HeapBytes = GC.GetTotalMemory(forceFullCollection: true),
            WorkingSetBytes = process.WorkingSet64,
        };
    }

    private static double Microseconds(long[] times, double share) =>
        times.Length == 0 ? 0 : times[Math.Min(times.Length - 1, (int)(times.Length * share))] * 1_000_000.0 / Stopwatch.Frequency;

    private void Place(Pod pod)
    {
        var info = _state.Compiler.Compile(pod);
        var placement = _engine.Schedule(info);
        if (placement is Placement.Unschedulable { Diagnosis.Preemption: PreemptionOutcome.Proposal proposal })
        {
            // Victims go at once here; what is measured is finding them and placing the pod afterwards.
            _preemptions++;
            _state.Nominate(info, proposal.Node);
            foreach (var victim in proposal.Victims)
                _state.RemovePod(victim.Key);
            placement = _engine.Schedule(info);
        }

        if (placement is Placement.Placed placed)
        {
            _state.Assume(info, placed.Node, placed.Volumes);
            _placed++;
            _last = info;
        }
        else
        {
            _unschedulable += placement is Placement.Unschedulable { Diagnosis.Message.Length: > 0 } ? 1 : 0;
        }
    }

    /// <summary>Nodes, services and pods come and go between the pods.</summary>
    private void Churn(int number)
    {
        var extra = $"churn-{number / ChurnEvery % 50}";
        _state.RemoveNode(extra);
        if (number / ChurnEvery % 2 == 0)
            _state.Apply(BenchObjects.Node(_options.Nodes + number) with { Metadata = new() { Name = extra } });
        _state.Apply(new Service
        {
            Metadata = new() { Name = $"service-{number}", Namespace = "bench" },
            Spec = new() { Selector = new Dictionary<string, string> { ["app"] = $"churn-{number}" } },
        });
        if (_last is { } pod)
            _state.RemovePod(pod.Key);
    }
}
