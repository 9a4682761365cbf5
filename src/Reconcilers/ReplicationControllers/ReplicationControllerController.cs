using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Selectors;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.Reconcilers.Children;
using CloudletK8s.Reconcilers.ReplicaSets;

namespace CloudletK8s.Reconcilers.ReplicationControllers;

/// <summary>Replication controllers: replica sets before there were any.</summary>
internal sealed class ReplicationControllerController : PlannedController<ReplicaView<ReplicationController>>
{
    private readonly ObjectCache<ReplicationController> _sets;
    private readonly ObjectCache<Pod> _pods;
    private readonly ObjectIndex<Pod> _podsByController;
    private readonly ObjectIndex<Pod> _orphans;
    private readonly FreedNames<Pod> _freed;

    public ReplicationControllerController(ControllerServices services) : base("replication-controller", services)
    {
        _sets = Sources.For<ReplicationController>();
        _pods = Sources.Owned<Pod, ReplicationController>(Adopters);
        Sources.Write("pods", "replicationcontrollers/status");
        _podsByController = ChildIndexes.ByController(_pods);
        _orphans = ChildIndexes.Orphans(_pods);
        _freed = new(_pods);
    }

    protected override ValueTask<ReplicaView<ReplicationController>?> Read(ObjectName name, CancellationToken cancellationToken)
    {
        if (_sets.Get(name) is not { Metadata.Uid: { } uid, Spec: { Selector.Count: > 0 } spec } set)
            return default;

        var owned = _podsByController.Of(uid);
        return new(new ReplicaView<ReplicationController>(
            set, [.. owned, .. _orphans.Of(name.Namespace)], owned, pod => _freed.IsTaken(name.Namespace, pod))
        {
            Replicas = spec.Replicas ?? 1,
            MinReadySeconds = spec.MinReadySeconds,
            Selector = LabelRequirements.OfLabels(spec.Selector),
            Template = spec.Template,
        });
    }

    protected override Plan Decide(ReplicaView<ReplicationController> snapshot, DateTimeOffset now) => ReplicaPlan.Decide(
        snapshot, now, (counts, failure) => ReplicationControllerStatusUpdate.Of(snapshot.Owner, counts, failure, now));

    private IEnumerable<ObjectName> Adopters(Pod pod) => _sets.InNamespace(pod.Metadata?.Namespace ?? "")
        .Where(set => set.Spec?.Selector is { Count: > 0 } selector && LabelRequirements.OfLabels(selector).Matches(pod.Metadata?.Labels))
        .Select(set => ObjectName.Of(set));
}
