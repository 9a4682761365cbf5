using System.Collections.Concurrent;
using System.Threading.Channels;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Work;
using CloudletK8s.SchedulerFn.Clusters;
using CloudletK8s.SchedulerFn.Placements;
using CloudletK8s.SchedulerFn.Pods;
using CloudletK8s.SchedulerFn.Profiles;
using CloudletK8s.SchedulerFn.Queues;
using CloudletK8s.SchedulerFn.Volumes;

namespace CloudletK8s.SchedulerFn.Sessions;

/// <summary>
/// The scheduler as a controller with one key: a run takes in what has changed, places every pod that waits and may be tried, and
/// ends when nothing is left that could be done now. The bus sees to it that no two runs overlap; within a run the cluster's
/// state belongs to it alone, while bindings are written side by side.
/// </summary>
public sealed class SchedulerController : IController
{
    /// <summary>Bindings under way. They are committed together, so many at once cost little more than one.</summary>
    private const int MostBindings = 512;

    /// <summary>
    /// Reports of pods that fit nowhere under way. Few, because they compete with those who create the pods: where ten thousand are
    /// created and there is no room, the API answers first and explains later.
    /// </summary>
    private const int MostReports = 8;

    private readonly ControllerServices _services;
    private readonly ClusterState _state = new();
    private readonly Engine _engine;
    private readonly SchedulingQueue _queue;
    private readonly ClusterFeed _feed;
    private readonly PodBinder _binder;
    private readonly PodReports _reports;
    private readonly Preemptor _preemptor;
    private readonly Dictionary<string, TimeSpan> _bindTimeouts;
    private readonly ConcurrentQueue<Action> _outcomes = new();
    private readonly Channel<bool> _arrived = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Dictionary<PodName, (WaitingPod Pod, string Node, DateTimeOffset Deadline)> _waitingForVolumes = [];
    private readonly Queue<WaitingPod> _unreported = new();
    private int _reporting;
    private int _underWay;

    public SchedulerController(ControllerServices services, SchedulerConfiguration configuration)
    {
        _services = services;
        _bindTimeouts = configuration.Profiles.ToDictionary(profile => profile.SchedulerName, profile => profile.VolumeBinding.BindTimeout);
        Sources = new(Name, services.Caches, services.Lives);
        _engine = new(_state, configuration, services.Random());
        _queue = new(configuration);
        _feed = new(Sources, _state, Arrived, (happened, node) => _queue.Move(happened, node, Now), Apply);
        _binder = new(services.Client, Sources.Reads<PersistentVolumeClaim>(), Sources.Reads<PersistentVolume>());
        _reports = new(services.Client, services.Events, services.Time);
        _preemptor = new(services.Client, _reports);
        Sources.Write("pods/binding", "pods/status", "persistentvolumes", "persistentvolumeclaims");
    }

    public string Name => WorkKeys.SchedulingController;

    public ControllerSources Sources { get; }

    private DateTimeOffset Now => _services.Time.GetUtcNow();

    public async ValueTask<ReconcileResult> Reconcile(ObjectName name, CancellationToken cancellationToken)
    {
        await _services.Caches.CatchUp(Sources.Read, cancellationToken);
        while (true)
        {
            TakeIn();
            StartBound(cancellationToken);
            StartReports(cancellationToken);
            var next = _queue.Advance(Now);
            if (_underWay < MostBindings && _queue.TryTake(out var pod))
                Try(pod, cancellationToken);
            else if (_underWay > 0)
                await _arrived.Reader.ReadAsync(cancellationToken);
            else if (!_feed.HasChanges)
                return Later(next);
        }
    }

    private ReconcileResult Later(DateTimeOffset? next)
    {
        foreach (var waiting in _waitingForVolumes.Values)
            next = next is null || waiting.Deadline < next ? waiting.Deadline : next;
        return next is { } due
            ? new ReconcileResult.RequeueAfter(due > Now ? due - Now : TimeSpan.Zero, "a pod may be tried again")
            : ReconcileResult.Done.Instance;
    }

    private void TakeIn()
    {
        // A signal that came meanwhile is answered by this look.
        _arrived.Reader.TryRead(out _);
        _feed.Drain();
        while (_outcomes.TryDequeue(out var settle))
            settle();
    }

    private void Apply(ObjectChange<Pod> change)
    {
        if (change.Current is not { } pod)
        {
            var gone = change.Object;
            _state.RemovePod(change.Name.Namespace, change.Name.Name);
            _queue.Remove(new(change.Name.Namespace, change.Name.Name));
            if (gone.Spec?.NodeName is { Length: > 0 } left)
                _queue.Move(ClusterEvent.PlacedPodRemoved, left, Now);
            return;
        }

        var info = _state.Apply(pod);
        if (info.NodeName is { } node)
        {
            _queue.Remove(info.Key);
            _waitingForVolumes.Remove(info.Key);
            if (info.IsFinished)
                _queue.Move(ClusterEvent.PlacedPodRemoved, node, Now);
            else if (change.Previous?.Spec?.NodeName is not { Length: > 0 } || !ReferenceEquals(change.Previous.Metadata?.Labels, pod.Metadata?.Labels))
                _queue.Move(ClusterEvent.PlacedPodAdded, node, Now);
            return;
        }

        if (!_engine.Serves(info.SchedulerName) || info.IsTerminating || info.IsFinished || info.SchedulingGates.Count > 0)
        {
            _queue.Remove(info.Key);
            return;
        }

        var waiting = _queue.Set(info, pod.Metadata?.ResourceVersion ?? "", Now);
        waiting.ReportedMessage ??= pod.Status?.Conditions?.FirstOrDefault(condition => condition is { Type: "PodScheduled", Status: "False" })?.Message;
    }

    private void Try(WaitingPod pod, CancellationToken cancellationToken)
    {
        switch (_engine.Schedule(pod.Info))
        {
            case Placement.Placed placed:
                _state.Assume(pod.Info, placed.Node, placed.Volumes);
                Run(Bind(pod, placed.Node, placed.Volumes, cancellationToken), outcome => Settle(pod, placed.Node, outcome));
                break;
            case Placement.Unschedulable { Diagnosis: var diagnosis }:
                Refuse(pod, diagnosis, cancellationToken);
                break;
        }
    }

    private async Task<BindOutcome> Bind(WaitingPod pod, string node, VolumeDecisions volumes, CancellationToken cancellationToken)
    {
        await pod.Reporting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (volumes.AreNone)
            return await _binder.Bind(pod, node, cancellationToken);

        var prepared = await _binder.Prepare(volumes, node, cancellationToken);
        if (prepared is not BindOutcome.Bound)
            return prepared;

        // The claims are bound by their controller and told by the feed; until then the pod keeps its place.
        var deadline = Now + _bindTimeouts[pod.Info.SchedulerName];
        _outcomes.Enqueue(() => _waitingForVolumes[pod.Info.Key] = (pod, node, deadline));
        return BindOutcome.Waits.Instance;
    }

    private void StartBound(CancellationToken cancellationToken)
    {
        foreach (var (pod, node, deadline) in _waitingForVolumes.Values.ToArray())
        {
            if (_queue.Find(pod.Info.Key) != pod)
            {
                _waitingForVolumes.Remove(pod.Info.Key);
            }
            else if (_binder.AreBound(pod))
            {
                _waitingForVolumes.Remove(pod.Info.Key);
                Run(_binder.Bind(pod, node, cancellationToken), outcome => Settle(pod, node, outcome));
            }
            else if (deadline <= Now)
            {
                _waitingForVolumes.Remove(pod.Info.Key);
                Settle(pod, node, new BindOutcome.Failed("binding volumes: the claims were not bound in time"));
            }
        }
    }

    private void Settle(WaitingPod pod, string node, BindOutcome outcome)
    {
        switch (outcome)
        {
            case BindOutcome.Bound:
                _reports.Scheduled(pod.Info, pod.ResourceVersion, node);
                break;
            case BindOutcome.Gone:
                _state.Forget(pod.Info);
                _queue.Remove(pod.Info.Key);
                break;
            case BindOutcome.Failed failed:
                _state.Forget(pod.Info);
                _reports.Failed(pod, failed.Message);
                _queue.Retry(pod, Now);
                break;
        }
    }

    private void Refuse(WaitingPod pod, Diagnosis diagnosis, CancellationToken cancellationToken)
    {
        var message = diagnosis.Message;
        _reports.Failed(pod, message);
        string? nominated = null;
        switch (diagnosis.Preemption)
        {
            case PreemptionOutcome.Proposal proposal:
                nominated = proposal.Node;
                _state.Nominate(pod.Info, proposal.Node);
                foreach (var loser in proposal.LosingNomination)
                    _state.Nominate(loser, null);
                Run(_preemptor.Evict(pod, proposal, cancellationToken));
                break;
            case PreemptionOutcome.Impossible { KeepsNomination: false } when pod.NominatedNode is not null:
                nominated = "";
                _state.Nominate(pod.Info, null);
                break;
        }

        if (nominated is null)
            ReportLater(pod, message);
        else
            Run(Report(pod, message, nominated, cancellationToken));
        _queue.Fail(pod, QueueingHints.Of(diagnosis.Plugins), Now);
    }

    private void ReportLater(WaitingPod pod, string message)
    {
        if (pod.Unreported is null)
            _unreported.Enqueue(pod);
        pod.Unreported = message;
    }

    private void StartReports(CancellationToken cancellationToken)
    {
        while (_reporting < MostReports && _unreported.TryDequeue(out var pod))
        {
            // What was to be said is said already, or the pod has its place by now.
            if (pod.Unreported is not { } message || pod.Place is QueuePlace.Taken or QueuePlace.Removed)
            {
                pod.Unreported = null;
                continue;
            }

            _reporting++;
            Run(Report(pod, message, null, cancellationToken), _ => _reporting--);
        }
    }

    private Task Report(WaitingPod pod, string message, string? nominated, CancellationToken cancellationToken)
    {
        pod.Unreported = null;
        return pod.Reporting = _reports.Report(pod, message, nominated, cancellationToken).AsTask();
    }

    private void Run(Task<BindOutcome> binding, Action<BindOutcome> settle) => Run(binding, done => settle(
        done.IsCompletedSuccessfully ? done.Result : new BindOutcome.Failed(done.Exception?.InnerException?.Message ?? "the scheduler is stopping")));

    /// <summary>A report or an eviction that fails is made up for by the next attempt.</summary>
    private void Run(Task writing) => Run(writing, static _ => { });

    private void Run<TTask>(TTask task, Action<TTask> settle) where TTask : Task
    {
        _underWay++;
        task.ContinueWith(
            _ =>
            {
                _outcomes.Enqueue(() =>
                {
                    _underWay--;
                    settle(task);
                });
                Arrived();
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    private void Arrived() => _arrived.Writer.TryWrite(true);
}
