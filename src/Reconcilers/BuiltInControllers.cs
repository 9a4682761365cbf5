using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.Reconcilers.ClaimProtection;
using CloudletK8s.Reconcilers.EndpointSlices;
using CloudletK8s.Reconcilers.EphemeralVolumes;
using CloudletK8s.Reconcilers.NodeIpam;
using CloudletK8s.Reconcilers.NodeLifecycle;
using CloudletK8s.Reconcilers.ReplicaSets;
using CloudletK8s.Reconcilers.ServiceEndpoints;
using CloudletK8s.Reconcilers.SliceMirroring;
using CloudletK8s.Reconcilers.TaintEviction;
using CloudletK8s.Reconcilers.VolumeAttachments;
using CloudletK8s.Reconcilers.VolumeBinding;
using CloudletK8s.Reconcilers.VolumeProtection;
using CloudletK8s.Reconcilers.VolumeReclaim;
using CloudletK8s.Reconcilers.ZoneEviction;

namespace CloudletK8s.Reconcilers;

/// <summary>Every controller, in one list: what the hosts run and what `./cloudlet controllers` prints.</summary>
public static class BuiltInControllers
{
    public static IReadOnlyList<IController> Over(ControllerServices services) =>
    [
        new ReplicaSetController(services),
        new EndpointsController(services),
        new EndpointSliceController(services),
        new SliceMirroringController(services),
        new NodeLifecycleController(services),
        new ZoneEvictionController(services),
        new TaintEvictionController(services),
        new NodeIpamController(services),
        new ClaimController(services),
        new VolumeController(services),
        new ClaimProtectionController(services),
        new VolumeProtectionController(services),
        new EphemeralVolumeController(services),
        new AttachmentController(services),
    ];
}
