using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Records;
using CloudletK8s.Api.Selectors;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.Reconcilers.Children;

namespace CloudletK8s.Reconcilers.DaemonSets;

/// <summary>Daemon sets.</summary>
internal sealed class DaemonSetController : PlannedController<DaemonSetView>
{
    private readonly ObjectCache<DaemonSet> _sets;
    private readonly ObjectCache<Pod> _pods;
    private readonly ObjectCache<Node> _nodes;
    private readonly ObjectCache<ControllerRevision> _revisions;
    private readonly ObjectIndex<Pod> _podsByController;
    private readonly ObjectIndex<Pod> _orphans;
    private readonly ObjectIndex<ControllerRevision> _revisionsByController;
    private readonly ObjectIndex<ControllerRevision> _orphanRevisions;
    private readonly FreedNames<Pod> _freed;
    private readonly FailedDaemons _failed;

    public DaemonSetController(ControllerServices services) : base("daemonset-controller", services)
    {
        _sets = Sources.For<DaemonSet>();
        _pods = Sources.Owned<Pod, DaemonSet>(AdoptersOf);
        _revisions = Sources.Owned<ControllerRevision, DaemonSet>();
        _nodes = Sources.On<Node>(Concerned);
        Sources.Write("pods", "controllerrevisions", "daemonsets/status");
        _podsByController = ChildIndexes.ByController(_pods);
        _orphans = ChildIndexes.Orphans(_pods);
        _revisionsByController = ChildIndexes.ByController(_revisions);
        _orphanRevisions = ChildIndexes.Orphans(_revisions);
        _freed = new(_pods);
        _failed = new(_pods, services.Time);
    }

    protected override ValueTask<DaemonSetView?> Read(ObjectName name, CancellationToken cancellationToken)
    {
        if (_sets.Get(name) is not { Metadata: { Uid: { } uid, DeletionTimestamp: null }, Spec: { } spec } set
            || !LabelRequirements.TryRead(spec.Selector, out var selector, out _))
            return default;

        return new(new DaemonSetView(
            set, selector, _nodes.All(),
            [.. _podsByController.Of(uid), .. _orphans.Of(name.Namespace)],
            [.. _revisionsByController.Of(uid), .. _orphanRevisions.Of(name.Namespace)],
            revision => _revisions.Get(name.Namespace, revision),
            pod => _freed.IsTaken(name.Namespace, pod),
            node => _failed.Until(uid, node)));
    }

    protected override Plan Decide(DaemonSetView snapshot, DateTimeOffset now) => DaemonSetPlan.Decide(snapshot, now);

    private IEnumerable<ObjectName> AdoptersOf(Pod pod) => Adopters.Of(_sets, pod, static set => set.Spec?.Selector);

    /// <summary>The sets for which a node means something else than before. Most changes of nodes are heartbeats, and mean nothing.</summary>
    private IEnumerable<ObjectName> Concerned(ObjectChange<Node> change)
    {
        if (change is { Previous: { } before, Current: { } after } && RecordBinder.Same(before.Spec, after.Spec)
            && RecordBinder.Same(Labels(before), Labels(after)))
            return [];

        return _sets.All()
            .Where(set => new NodeEligibility(set.Spec?.Template) is var eligibility
                && Fit(eligibility, change.Previous) != Fit(eligibility, change.Current))
            .Select(set => ObjectName.Of(set));
    }

    private static NodeFit Fit(NodeEligibility eligibility, Node? node) => node is null ? default : eligibility.Of(node);

    private static Api.Meta.V1.ObjectMeta Labels(Node node) => new() { Labels = node.Metadata?.Labels };
}
