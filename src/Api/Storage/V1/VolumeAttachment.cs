using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Storage.V1;

/// <summary>Requests that a volume be attached to, or detached from, a given node. Cluster-scoped.</summary>
[Kind("storage.k8s.io/v1", "volumeattachments", ClusterScoped = true)]
[Subresource("status", "get,patch,update")]
public sealed record VolumeAttachment : IApiObject
{
    /// <summary>Standard object metadata; VolumeAttachments are cluster-scoped and have no namespace.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Names the volume, the node and the driver that attaches it. Filled in by Kubernetes itself.</summary>
    [Field(2, Required = true, Always = true)]
    public VolumeAttachmentSpec? Spec { get; init; }

    /// <summary>Outcome of the attach or detach operation, written by the external-attacher that carried it out.</summary>
    [Field(3, Always = true)]
    public VolumeAttachmentStatus? Status { get; init; }
}
