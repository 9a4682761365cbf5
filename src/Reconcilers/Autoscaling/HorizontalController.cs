using System.Collections.Concurrent;
using CloudletK8s.Api.Autoscaling.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Records;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Events;
using CloudletK8s.ControllerRuntime.Work;
using CloudletK8s.Reconcilers.Autoscaling.Metrics;
using CloudletK8s.Reconcilers.Scales;
using HorizontalPodAutoscaler = CloudletK8s.Api.Autoscaling.V2.HorizontalPodAutoscaler;
using HorizontalPodAutoscalerStatus = CloudletK8s.Api.Autoscaling.V2.HorizontalPodAutoscalerStatus;

namespace CloudletK8s.Reconcilers.Autoscaling;

/// <summary>
/// Horizontal pod autoscalers. Looks at the load every 15 seconds, as nothing tells when it changes. Not a planned controller: what
/// it writes first is a scale of any kind, and what it decides depends on what it has decided before.
/// </summary>
internal sealed class HorizontalController : IController
{
    private const int Attempts = 5;

    private static readonly ReconcileResult.RequeueAfter Later = new(TimeSpan.FromSeconds(15), "the load may have changed");

    private readonly ControllerServices _services;
    private readonly IEventRecorder _events;
    private readonly ObjectCache<HorizontalPodAutoscaler> _autoscalers;
    private readonly ScaleTargets _targets;
    private readonly SharedSelectors _selectors = new();
    private readonly AutoscalerReader _reader;
    private readonly ConcurrentDictionary<ObjectName, (string Uid, ScalingMemory Memory)> _memories = new();

    /// <param name="metrics">Null: the metrics APIs.</param>
    public HorizontalController(ControllerServices services, IMetricsReader? metrics = null)
    {
        Name = "horizontal-pod-autoscaler";
        _services = services;
        _events = services.Events(Name);
        Sources = new(Name, services.Caches, services.Lives);
        _autoscalers = Sources.For<HorizontalPodAutoscaler>(static change => !RecordBinder.Same(change.Previous?.Spec, change.Current?.Spec));
        _targets = new(services);
        Sources.Write("scale", "horizontalpodautoscalers/status");
        _reader = new(Sources.Reads<Pod>(), _targets, metrics ?? new ApiMetricsReader(services, _targets), _selectors);
    }

    public string Name { get; }

    public ControllerSources Sources { get; }

    public async ValueTask<ReconcileResult> Reconcile(ObjectName name, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            await _services.Caches.CatchUp(Sources.Read, cancellationToken);
            if (_autoscalers.Get(name) is not { Metadata: { Uid: { } uid, DeletionTimestamp: null } } hpa)
            {
                _memories.TryRemove(name, out _);
                _selectors.Forget(name);
                return ReconcileResult.Done.Instance;
            }

            var memory = _memories.TryGetValue(name, out var known) && known.Uid == uid ? known.Memory : ScalingMemory.Empty;
            var (view, target) = await _reader.Read(hpa, memory, cancellationToken);
            var now = _services.Time.GetUtcNow();
            var decision = AutoscalerPlan.Decide(view, now);
            if (decision.Rescale is not null && await Rescale(view, target!, decision, now, cancellationToken) is var scaled)
            {
                if (scaled is null)
                    continue;
                decision = scaled;
            }

            _memories[name] = (uid, decision.Memory);
            foreach (var note in decision.Told)
                _events.Record(note);
            await Write(hpa, decision.Status, cancellationToken);
            return Later;
        }

        return new ReconcileResult.Failed("others scale the same target");
    }

    /// <returns>The decision with what became of it; null: somebody else has scaled the target meanwhile.</returns>
    private async ValueTask<AutoscalerDecision?> Rescale(
        AutoscalerView view, KindInfo target, AutoscalerDecision decision, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (replicas, reason) = decision.Rescale!.Value;
        var hpa = view.Autoscaler;
        var scale = view.Scale!;
        var name = new ObjectName(hpa.Metadata?.Namespace ?? "", hpa.Spec?.ScaleTargetRef?.Name ?? "");
        var answer = await _targets.Update(target, name, scale with { Spec = new ScaleSpec { Replicas = replicas } }, cancellationToken);
        if (answer.Refusal is { Code: 409 })
            return null;

        var current = scale.Spec?.Replicas ?? 0;
        if (answer.Refusal is { } refusal)
        {
            return decision with
            {
                Told = [.. decision.Told, EventNote.Warning(hpa, "FailedRescale", $"New size: {replicas}; reason: {reason}; error: {refusal.Message}")],
                Status = (decision.Status with { DesiredReplicas = hpa.Status?.DesiredReplicas ?? 0 })
                    .With(AutoscalerConditions.AbleToScale, false, ("FailedUpdateScale", $"the HPA controller was unable to update the target scale: {refusal.Message}"), now),
            };
        }

        return decision with
        {
            Told = [.. decision.Told, EventNote.Normal(hpa, "SuccessfulRescale", $"New size: {replicas}; reason: {reason}")],
            Memory = decision.Memory.Scale(current, replicas, now),
            Status = (decision.Status with { LastScaleTime = now })
                .With(AutoscalerConditions.AbleToScale, true, ("SucceededRescale", $"the HPA controller was able to update the target scale to {replicas}"), now),
        };
    }

    /// <summary>What was done is written down even if the autoscaler was edited while it was.</summary>
    private async ValueTask Write(HorizontalPodAutoscaler hpa, HorizontalPodAutoscalerStatus status, CancellationToken cancellationToken)
    {
        var current = hpa;
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            if (RecordBinder.Same(current.Status, status))
                return;

            var written = await _services.Client.UpdateStatus(current with { Status = status }, WriteOptions.Default, cancellationToken);
            if (written is not ApiResult<HorizontalPodAutoscaler>.Conflict)
            {
                if (written is not ApiResult<HorizontalPodAutoscaler>.NotFound)
                    written.Required();
                return;
            }

            if ((await _services.Client.Get<HorizontalPodAutoscaler>(ObjectName.Of(hpa), cancellationToken)).ValueOrNull is not { } fresh
                || fresh.Metadata?.Uid != hpa.Metadata?.Uid)
            {
                return;
            }

            current = fresh;
        }
    }
}
