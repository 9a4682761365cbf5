using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Selectors;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.Reconcilers.Children;

namespace CloudletK8s.Reconcilers.ReplicaSets;

/// <summary>Replica sets.</summary>
internal sealed class ReplicaSetController : PlannedController<ReplicaView<ReplicaSet>>
{
    private readonly ObjectCache<ReplicaSet> _sets;
    private readonly ObjectIndex<ReplicaSet> _setsByController;
    private readonly ObjectCache<Pod> _pods;
    private readonly ObjectIndex<Pod> _podsByController;
    private readonly ObjectIndex<Pod> _orphans;
    private readonly FreedNames<Pod> _freed;

    public ReplicaSetController(ControllerServices services) : base("replicaset-controller", services)
    {
        _sets = Sources.For<ReplicaSet>();
        _pods = Sources.Owned<Pod, ReplicaSet>(AdoptersOf);
        Sources.Write("pods", "replicasets/status");
        _setsByController = ChildIndexes.ByController(_sets);
        _podsByController = ChildIndexes.ByController(_pods);
        _orphans = ChildIndexes.Orphans(_pods);
        _freed = new(_pods);
    }

    protected override ValueTask<ReplicaView<ReplicaSet>?> Read(ObjectName name, CancellationToken cancellationToken)
    {
        if (_sets.Get(name) is not { Metadata.Uid: { } uid, Spec: { } spec } set || !LabelRequirements.TryRead(spec.Selector, out var selector, out _))
            return default;

        var owned = _podsByController.Of(uid);
        return new(new ReplicaView<ReplicaSet>(
            set, [.. owned, .. _orphans.Of(name.Namespace)], Related(set, owned), pod => _freed.IsTaken(name.Namespace, pod))
        {
            Replicas = spec.Replicas ?? 1,
            MinReadySeconds = spec.MinReadySeconds,
            Selector = selector,
            Template = spec.Template,
        });
    }

    protected override Plan Decide(ReplicaView<ReplicaSet> snapshot, DateTimeOffset now) => ReplicaPlan.Decide(
        snapshot, now, (counts, failure) => ReplicaSetStatusUpdate.Of(snapshot.Owner, counts, failure, now));

    private IReadOnlyList<Pod> Related(ReplicaSet set, Pod[] owned) =>
        OwnerReferences.Controller(set) is not { Uid: { } parent } ? owned
        : [.. _setsByController.Of(parent).SelectMany(sister => _podsByController.Of(sister.Metadata!.Uid!))];

    private IEnumerable<ObjectName> AdoptersOf(Pod pod) => Adopters.Of(_sets, pod, static set => set.Spec?.Selector);
}
