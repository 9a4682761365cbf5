using System.Collections.Concurrent;
using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.SchedulerFn.Pods;

/// <summary>
/// Compiles pods. A shape that was compiled before is found again by its key, so a thousand replicas cost one compilation and
/// share one object. Safe to use from several threads.
/// </summary>
public sealed class PodCompiler
{
    private const int FirstSweep = 4096;

    [ThreadStatic]
    private static ShapeWriter? _writer;

    private readonly ConcurrentDictionary<ShapeKey, WeakReference<PodShape>> _shapes = new();
    private int _sweepAt = FirstSweep;

    public PodInfo Compile(Pod pod)
    {
        var metadata = pod.Metadata ?? new();
        var status = pod.Status;
        return new()
        {
            Shape = Shape(pod),
            Name = metadata.Name ?? "",
            Uid = metadata.Uid ?? "",
            SchedulerName = pod.Spec?.SchedulerName is { Length: > 0 } scheduler ? scheduler : PodInfo.DefaultScheduler,
            NodeName = Given(pod.Spec?.NodeName),
            NominatedNodeName = Given(status?.NominatedNodeName),
            SchedulingGates = pod.Spec?.SchedulingGates is { Count: > 0 } gates ? [.. gates.Select(gate => gate.Name ?? "")] : [],
            Created = metadata.CreationTimestamp ?? DateTimeOffset.MinValue,
            Started = status?.StartTime ?? DateTimeOffset.MaxValue,
            IsTerminating = metadata.DeletionTimestamp is not null,
            IsPreempted = metadata.DeletionTimestamp is not null && (status?.Conditions ?? []).Any(condition =>
                condition is { Type: "DisruptionTarget", Status: "True", Reason: "PreemptionByScheduler" }),
            IsFinished = status?.Phase is "Succeeded" or "Failed",
        };
    }

    private PodShape Shape(Pod pod)
    {
        var requests = RequestArithmetic.Of(pod);
        var key = ShapeKeys.Of(_writer ??= new(), pod, requests);
        if (_shapes.TryGetValue(key, out var weak) && weak.TryGetTarget(out var known))
            return known;

        var shape = ShapeCompiler.Compile(key, pod, requests);
        _shapes[key] = new(shape);
        if (_shapes.Count > _sweepAt)
            Sweep();
        return shape;
    }

    private void Sweep()
    {
        foreach (var (key, weak) in _shapes)
        {
            if (!weak.TryGetTarget(out _))
                _shapes.TryRemove(new(key, weak));
        }

        _sweepAt = Math.Max(FirstSweep, _shapes.Count * 2);
    }

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
