using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.Reconcilers.Volumes;

namespace CloudletK8s.Reconcilers.VolumeProtection;

/// <summary>A volume that is deleted stays as long as it is bound.</summary>
internal sealed class VolumeProtectionController : PlannedController<PersistentVolume>
{
    private const string Finalizer = "kubernetes.io/pv-protection";

    private readonly ObjectCache<PersistentVolume> _volumes;

    public VolumeProtectionController(ControllerServices services) : base("pv-protection-controller", services)
    {
        _volumes = Sources.For<PersistentVolume>(static change => change.Current is { Metadata: { } metadata }
            && (metadata.DeletionTimestamp is not null || metadata.Finalizers?.Contains(Finalizer) != true));
        Sources.Write("persistentvolumes");
    }

    protected override ValueTask<PersistentVolume?> Read(ObjectName name, CancellationToken cancellationToken) => new(_volumes.Get(name));

    protected override Plan Decide(PersistentVolume snapshot, DateTimeOffset now) => Protection.Decide(
        snapshot, Finalizer, snapshot.Status?.Phase == VolumeFacts.Bound, static (volume, metadata) => volume with { Metadata = metadata });
}
