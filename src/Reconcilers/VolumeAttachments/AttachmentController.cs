using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Storage.V1;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.Reconcilers.Pods;
using CloudletK8s.Reconcilers.Volumes;

namespace CloudletK8s.Reconcilers.VolumeAttachments;

/// <summary>What is to be attached to which node. Drivers do it; this keeps the record.</summary>
internal sealed class AttachmentController : PlannedController<AttachmentsView>
{
    private readonly ObjectCache<Node> _nodes;
    private readonly ObjectIndex<Pod> _podsByNode;
    private readonly ObjectIndex<Pod> _podsByClaim;
    private readonly ObjectCache<PersistentVolumeClaim> _claims;
    private readonly ObjectCache<PersistentVolume> _volumes;
    private readonly ObjectCache<CSIDriver> _drivers;
    private readonly ObjectIndex<VolumeAttachment> _attachments;

    public AttachmentController(ControllerServices services) : base("attachdetach-controller", services)
    {
        _volumes = Sources.Reads<PersistentVolume>();
        _drivers = Sources.Reads<CSIDriver>();
        var pods = Sources.On<Pod>(Touched);
        _podsByNode = PodIndexes.ByNode(pods);
        _podsByClaim = ClaimUsers.ByClaim(pods);
        _claims = Sources.On<PersistentVolumeClaim>(Touched);
        var attachments = Sources.On<VolumeAttachment>(static change => [ObjectName.OfCluster(change.Object.Spec?.NodeName ?? "")]);
        _attachments = attachments.Index("node", static attachment => [attachment.Spec?.NodeName ?? ""]);
        _nodes = Sources.On<Node>(Touched);
        Sources.Write("volumeattachments.storage.k8s.io", "nodes/status.volumesAttached");
    }

    protected override ValueTask<AttachmentsView?> Read(ObjectName name, CancellationToken cancellationToken)
    {
        var wanted = new List<PersistentVolume>();
        foreach (var pod in _podsByNode.Of(name.Name))
        {
            if (pod.IsFinished())
                continue;

            foreach (var claim in ClaimUsers.Claims(pod))
            {
                if (VolumeOf(claim) is { } volume)
                    wanted.Add(volume);
            }
        }

        var attachments = _attachments.Of(name.Name);
        return wanted.Count == 0 && attachments.Length == 0 && _nodes.Get(name)?.Status?.VolumesAttached is not { Count: > 0 }
            ? default
            : new(new AttachmentsView(name.Name, _nodes.Get(name), wanted, attachments, volume => _volumes.Get("", volume)));
    }

    protected override Plan Decide(AttachmentsView snapshot, DateTimeOffset now) => AttachmentsPlan.Decide(snapshot, now);

    private PersistentVolume? VolumeOf(ObjectName claim) =>
        _claims.Get(claim) is { Spec.VolumeName: { Length: > 0 } name, Status.Phase: VolumeFacts.Bound }
            && _volumes.Get("", name) is { Spec.Csi: { Driver: { } driver } } volume && _drivers.Get("", driver)?.Spec?.AttachRequired != false
            ? volume : null;

    private static IEnumerable<ObjectName> Touched(ObjectChange<Pod> change) =>
        change.Object.Spec is { NodeName: { Length: > 0 } node } && ClaimUsers.Claims(change.Object).Any()
            && (change.Previous is null || change.Current is null || change.Previous.Spec?.NodeName != node || change.Previous.IsFinished() != change.Current.IsFinished())
            ? [ObjectName.OfCluster(node)] : [];

    private IEnumerable<ObjectName> Touched(ObjectChange<PersistentVolumeClaim> change) =>
        change.Current is { Status.Phase: VolumeFacts.Bound } && change.Previous?.Status?.Phase != VolumeFacts.Bound
            ? _podsByClaim.Of(change.Name.ToString()).Select(static pod => pod.Spec?.NodeName ?? "").Where(static node => node.Length > 0).Distinct().Select(ObjectName.OfCluster)
            : [];

    private static IEnumerable<ObjectName> Touched(ObjectChange<Node> change) =>
        change.Current is null || (change.Previous?.Status?.VolumesInUse?.Count ?? 0) != (change.Current.Status?.VolumesInUse?.Count ?? 0) ? [change.Name] : [];
}
