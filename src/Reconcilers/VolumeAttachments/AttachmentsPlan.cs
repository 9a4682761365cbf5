using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Storage.V1;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.ControllerRuntime.Work;
using CloudletK8s.Reconcilers.Nodes;

namespace CloudletK8s.Reconcilers.VolumeAttachments;

/// <summary>
/// Keeps the record of what is attached to a node: an attachment for each volume that its pods use, which the driver acts on, and
/// the list in the node's status, which the node waits for.
/// </summary>
internal static class AttachmentsPlan
{
    /// <summary>How long a node that is silent keeps what it has mounted.</summary>
    public static readonly TimeSpan LongestUnmount = TimeSpan.FromMinutes(6);

    private const string OutOfService = "node.kubernetes.io/out-of-service";
    private const string CsiPrefix = "kubernetes.io/csi/";

    public static Plan Decide(AttachmentsView view, DateTimeOffset now)
    {
        var wanted = view.Wanted.DistinctBy(static volume => volume.Metadata!.Name).ToDictionary(volume => AttachmentNames.Attachment(volume.Spec!.Csi!.VolumeHandle ?? "", volume.Spec.Csi.Driver ?? "", view.Name));
        var known = view.Attachments.ToDictionary(static attachment => attachment.Metadata!.Name!);
        var writes = new List<Write>();
        if (view.Node is not null)
        {
            foreach (var (name, volume) in wanted)
            {
                if (!known.ContainsKey(name))
                    writes.Add(new Write.Create<VolumeAttachment>(Make(view.Name, name, volume)) { Settled = true });
            }
        }

        var isUnmounting = false;
        foreach (var attachment in view.Attachments)
        {
            if (attachment.Metadata!.DeletionTimestamp is not null || wanted.ContainsKey(attachment.Metadata.Name!))
                continue;

            // What is mounted is not torn away, as long as the node is there to unmount it.
            if (IsInUse(view, attachment) && !IsLost(view.Node!, now))
                isUnmounting = true;
            else
                writes.Add(new Write.Delete<VolumeAttachment>(attachment) { Settled = true });
        }

        return new()
        {
            Steps = writes.Count == 0 ? [] : [new(writes)],
            Status = _ => view.Node is { } node ? Write.StatusOf(node, node with { Status = (node.Status ?? new()) with { VolumesAttached = Attached(view, node) } }) : null,
            Result = isUnmounting ? new ReconcileResult.RequeueAfter(LongestUnmount, "the node still uses a volume") : ReconcileResult.Done.Instance,
        };
    }

    private static VolumeAttachment Make(string node, string name, PersistentVolume volume) => new()
    {
        Metadata = new() { Name = name },
        Spec = new() { Attacher = volume.Spec!.Csi!.Driver, NodeName = node, Source = new() { PersistentVolumeName = volume.Metadata!.Name } },
    };

    private static bool IsInUse(AttachmentsView view, VolumeAttachment attachment) =>
        VolumeName(view, attachment) is { } name && view.Node?.Status?.VolumesInUse?.Contains(name) == true;

    /// <summary>Nobody will unmount anything there: it is silent for too long, or somebody says that it is off.</summary>
    private static bool IsLost(Node node, DateTimeOffset now) =>
        NodeTaints.Has(node, OutOfService, NodeTaints.NoExecute) || NodeTaints.Has(node, OutOfService, NodeTaints.NoSchedule)
        || (node.ReadyStatus() != NodeState.True && node.Condition(NodeState.Ready)?.LastTransitionTime + LongestUnmount <= now);

    private static string? VolumeName(AttachmentsView view, VolumeAttachment attachment) =>
        view.Volume(attachment.Spec?.Source?.PersistentVolumeName ?? "")?.Spec?.Csi is { Driver: { } driver, VolumeHandle: { } handle }
            ? AttachmentNames.Volume(driver, handle) : null;

    /// <summary>Ours in the order of their names; others stand as they are.</summary>
    private static IReadOnlyList<AttachedVolume>? Attached(AttachmentsView view, Node node)
    {
        var before = node.Status?.VolumesAttached ?? [];
        var others = before.Where(static volume => volume.Name?.StartsWith(CsiPrefix, StringComparison.Ordinal) != true);
        var ours = view.Attachments.Where(static attachment => attachment.Status?.Attached == true && attachment.Metadata!.DeletionTimestamp is null)
            .Select(attachment => VolumeName(view, attachment)).OfType<string>().Order(StringComparer.Ordinal)
            .Select(static name => new AttachedVolume { Name = name, DevicePath = "" });
        List<AttachedVolume> all = [.. others, .. ours];
        return all.Count == 0 ? null : all;
    }
}
