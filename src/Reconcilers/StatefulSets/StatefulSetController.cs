using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Selectors;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.Reconcilers.Children;

namespace CloudletK8s.Reconcilers.StatefulSets;

/// <summary>Stateful sets.</summary>
internal sealed class StatefulSetController : PlannedController<StatefulSetView>
{
    private readonly ObjectCache<StatefulSet> _sets;
    private readonly ObjectCache<ControllerRevision> _revisions;
    private readonly ObjectCache<PersistentVolumeClaim> _claims;
    private readonly ObjectIndex<Pod> _podsByController;
    private readonly ObjectIndex<Pod> _orphans;
    private readonly ObjectIndex<ControllerRevision> _revisionsByController;
    private readonly ObjectIndex<ControllerRevision> _orphanRevisions;

    public StatefulSetController(ControllerServices services) : base("statefulset-controller", services)
    {
        _sets = Sources.For<StatefulSet>();
        var pods = Sources.Owned<Pod, StatefulSet>(Adopter);
        _revisions = Sources.Owned<ControllerRevision, StatefulSet>();
        _claims = Sources.On<PersistentVolumeClaim>(Freed);
        Sources.Write("pods", "persistentvolumeclaims", "controllerrevisions", "statefulsets/status");
        _podsByController = ChildIndexes.ByController(pods);
        _orphans = ChildIndexes.Orphans(pods);
        _revisionsByController = ChildIndexes.ByController(_revisions);
        _orphanRevisions = ChildIndexes.Orphans(_revisions);
    }

    protected override ValueTask<StatefulSetView?> Read(ObjectName name, CancellationToken cancellationToken)
    {
        if (_sets.Get(name) is not { Metadata.Uid: { } uid, Spec: { } spec } set || !LabelRequirements.TryRead(spec.Selector, out var selector, out _))
            return default;

        return new(new StatefulSetView(
            set, selector,
            [.. _podsByController.Of(uid), .. _orphans.Of(name.Namespace).Where(pod => Ordinals.Of(set, pod) >= 0)],
            [.. _revisionsByController.Of(uid), .. _orphanRevisions.Of(name.Namespace)],
            revision => _revisions.Get(name.Namespace, revision),
            claim => _claims.Get(name.Namespace, claim)));
    }

    protected override Plan Decide(StatefulSetView snapshot, DateTimeOffset now) => StatefulSetPlan.Decide(snapshot, now);

    private IEnumerable<ObjectName> Adopter(Pod pod)
    {
        if (Ordinals.TrySplit(pod.Metadata?.Name, out var parent, out _) && _sets.Get(pod.Metadata?.Namespace ?? "", parent) is { } set
            && LabelRequirements.TryRead(set.Spec?.Selector, out var selector, out _) && selector.Matches(pod.Metadata?.Labels))
            yield return ObjectName.Of(set);
    }

    /// <summary>A claim that is gone may be what the next pod of its name waits for.</summary>
    private IEnumerable<ObjectName> Freed(ObjectChange<PersistentVolumeClaim> change)
    {
        if (change.Current is not null || !Ordinals.TrySplit(change.Name.Name, out var parent, out _))
            return [];

        return _sets.InNamespace(change.Name.Namespace)
            .Where(set => set.Spec?.VolumeClaimTemplates?.Any(template => $"{template.Metadata?.Name}-{set.Metadata!.Name}" == parent) == true)
            .Select(set => ObjectName.Of(set));
    }
}
