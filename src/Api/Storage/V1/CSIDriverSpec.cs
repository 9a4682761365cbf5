using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Storage.V1;

/// <summary>Capabilities and requirements of a CSI driver that Kubernetes takes into account when handling its volumes.</summary>
public sealed record CSIDriverSpec
{
    /// <summary>Set to true if volumes must be attached to a node, via ControllerPublishVolume(), before they are mounted. Immutable.</summary>
    [Field(1)]
    [Default(true)]
    public bool? AttachRequired { get; init; }

    /// <summary>Passes details of the pod, such as its name and UID, to the driver on mount. Default is false.</summary>
    [Field(2)]
    [Default(false)]
    public bool? PodInfoOnMount { get; init; }

    /// <summary>Kinds of volumes the driver offers: Persistent, used through claims, and Ephemeral, defined inline in pods. An empty list means Persistent.</summary>
    [Field(3)]
    [List(ListMerge.Set)]
    public IReadOnlyList<string>? VolumeLifecycleModes { get; init; }

    /// <summary>When true, the scheduler considers the free capacity that the driver publishes in CSIStorageCapacity objects.</summary>
    [Field(4)]
    [Default(false)]
    public bool? StorageCapacity { get; init; }

    /// <summary>Controls if ownership and permissions of a volume are changed before mounting: ReadWriteOnceWithFSType, File or None. Defaults to ReadWriteOnceWithFSType.</summary>
    [Field(5, Pointer = true)]
    [Default("ReadWriteOnceWithFSType")]
    public string? FsGroupPolicy { get; init; }

    /// <summary>Service account tokens of the pod that the kubelet hands to the driver in NodePublishVolume calls for authentication.</summary>
    [Field(6)]
    public IReadOnlyList<TokenRequest>? TokenRequests { get; init; }

    /// <summary>Makes the kubelet call NodePublishVolume periodically so that changes show up in mounted volumes. Defaults to false.</summary>
    [Field(7)]
    [Default(false)]
    public bool? RequiresRepublish { get; init; }

    /// <summary>Declares that each volume of the driver can be mounted with its own "-o context" option. Default is false.</summary>
    [Field(8)]
    [Default(false)]
    public bool? SeLinuxMount { get; init; }
}
