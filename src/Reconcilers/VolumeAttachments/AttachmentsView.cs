using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Storage.V1;

namespace CloudletK8s.Reconcilers.VolumeAttachments;

/// <param name="Node">Null: it is gone.</param>
/// <param name="Wanted">Volumes of drivers that attach, which pods of the node use.</param>
/// <param name="Attachments">Those of the node.</param>
/// <param name="Volume">A volume by name; null: there is none.</param>
internal sealed record AttachmentsView(
    string Name, Node? Node, IReadOnlyList<PersistentVolume> Wanted, IReadOnlyList<VolumeAttachment> Attachments, Func<string, PersistentVolume?> Volume);
