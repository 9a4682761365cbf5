using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Storage.V1;

/// <summary>Progress of a VolumeAttachment request, including the most recent errors.</summary>
public sealed record VolumeAttachmentStatus
{
    /// <summary>True once the volume has been attached successfully. Set only by the external-attacher.</summary>
    [Field(1, Required = true, Always = true)]
    public bool Attached { get; init; }

    /// <summary>Data returned by a successful attach that later WaitForAttach or Mount calls need. Set only by the external-attacher.</summary>
    [Field(2)]
    public IReadOnlyDictionary<string, string>? AttachmentMetadata { get; init; }

    /// <summary>Most recent failure while attaching the volume, if any. Set only by the external-attacher.</summary>
    [Field(3)]
    public VolumeError? AttachError { get; init; }

    /// <summary>Most recent failure while detaching the volume, if any. Set only by the external-attacher.</summary>
    [Field(4)]
    public VolumeError? DetachError { get; init; }
}
