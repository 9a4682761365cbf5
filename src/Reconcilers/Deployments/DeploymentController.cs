using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Selectors;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.Reconcilers.Children;
using CloudletK8s.Reconcilers.Pods;

namespace CloudletK8s.Reconcilers.Deployments;

/// <summary>Deployments.</summary>
internal sealed class DeploymentController : PlannedController<DeploymentView>
{
    private readonly ObjectCache<Deployment> _deployments;
    private readonly ObjectCache<ReplicaSet> _sets;
    private readonly ObjectIndex<ReplicaSet> _setsByController;
    private readonly ObjectIndex<ReplicaSet> _orphans;
    private readonly ObjectIndex<Pod> _podsByController;

    public DeploymentController(ControllerServices services) : base("deployment-controller", services)
    {
        _deployments = Sources.For<Deployment>();
        _sets = Sources.Owned<ReplicaSet, Deployment>(AdoptersOf);
        var pods = Sources.On<Pod>(Recreated);
        Sources.Write("replicasets", "deployments/status");
        _setsByController = ChildIndexes.ByController(_sets);
        _orphans = ChildIndexes.Orphans(_sets);
        _podsByController = ChildIndexes.ByController(pods);
    }

    protected override ValueTask<DeploymentView?> Read(ObjectName name, CancellationToken cancellationToken)
    {
        if (_deployments.Get(name) is not { Metadata.Uid: { } uid, Spec: { } spec } deployment || !LabelRequirements.TryRead(spec.Selector, out var selector, out _))
            return default;

        return new(new DeploymentView(
            deployment, selector, [.. _setsByController.Of(uid), .. _orphans.Of(name.Namespace)],
            set => _sets.Get(name.Namespace, set),
            set => _podsByController.Of(set.Metadata!.Uid!).Any(pod => !pod.IsFinished())));
    }

    protected override Plan Decide(DeploymentView snapshot, DateTimeOffset now) => DeploymentPlan.Decide(snapshot, now);

    private IEnumerable<ObjectName> AdoptersOf(ReplicaSet set) => Adopters.Of(_deployments, set, static deployment => deployment.Spec?.Selector);

    /// <summary>The end of a pod matters only to deployments that wait for it.</summary>
    private IEnumerable<ObjectName> Recreated(ObjectChange<Pod> change)
    {
        var hasEnded = change.Current is null || (change.Current.IsFinished() && change.Previous?.IsFinished() == false);
        if (hasEnded && OwnerReferences.Controller(change.Object) is { Kind: "ReplicaSet", Name: { } owner }
            && _sets.Get(change.Name.Namespace, owner) is { } set
            && OwnerReferences.Controller(set) is { Kind: "Deployment", Name: { } name }
            && _deployments.Get(change.Name.Namespace, name) is { Spec.Strategy.Type: "Recreate" } deployment)
            yield return ObjectName.Of(deployment);
    }
}
