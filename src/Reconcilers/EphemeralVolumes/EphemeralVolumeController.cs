using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Plans;

namespace CloudletK8s.Reconcilers.EphemeralVolumes;

internal sealed class EphemeralVolumeController : PlannedController<EphemeralView>
{
    private readonly ObjectCache<Pod> _pods;
    private readonly ObjectCache<PersistentVolumeClaim> _claims;

    public EphemeralVolumeController(ControllerServices services) : base("ephemeral-volume-controller", services)
    {
        _pods = Sources.For<Pod>(static change => change.Previous is null && Matters(change.Current));

        // A claim that somebody took away is made again.
        _claims = Sources.On<PersistentVolumeClaim>(static change => change.Current is null && OwnerReferences.Controller(change.Object) is { Kind: "Pod", Name: { } pod }
            ? [new(change.Object.Metadata!.Namespace ?? "", pod)] : []);
        Sources.Write("persistentvolumeclaims");
    }

    protected override ValueTask<EphemeralView?> Read(ObjectName name, CancellationToken cancellationToken) =>
        _pods.Get(name) is not { } pod || !Matters(pod) ? default : new(new EphemeralView(pod, claim => _claims.Get(name.Namespace, claim)));

    protected override Plan Decide(EphemeralView snapshot, DateTimeOffset now) => EphemeralPlan.Decide(snapshot);

    private static bool Matters(Pod? pod) => pod?.Spec?.Volumes?.Any(static volume => volume.Ephemeral is not null) == true;
}
