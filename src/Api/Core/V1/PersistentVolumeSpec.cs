using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Properties of a persistent volume, including the storage that backs it.</summary>
public sealed record PersistentVolumeSpec
{
    /// <summary>Resources that the volume offers, above all its storage size.</summary>
    [Field(1)]
    public IReadOnlyDictionary<string, Quantity>? Capacity { get; init; }

    /// <summary>Compute Engine disk, provisioned by an admin, attached to the kubelet's host. Deprecated: operations are redirected to the pd.csi.storage.gke.io CSI driver.</summary>
    [Field(1, In = [2])]
    public GCEPersistentDiskVolumeSource? GcePersistentDisk { get; init; }

    /// <summary>AWS disk attached to the kubelet's host and exposed to the pod. Deprecated: operations are redirected to the ebs.csi.aws.com CSI driver.</summary>
    [Field(2, In = [2])]
    public AWSElasticBlockStoreVolumeSource? AwsElasticBlockStore { get; init; }

    /// <summary>Directory on the host, provisioned by a developer or tester. For single-node development and testing only; it does not work in a multi-node cluster.</summary>
    [Field(3, In = [2])]
    public HostPathVolumeSource? HostPath { get; init; }

    /// <summary>Volume on Glusterfs, provisioned by an admin, attached to a host and exposed to the pod. Deprecated, and the in-tree type is no longer supported.</summary>
    [Field(4, In = [2])]
    public GlusterfsPersistentVolumeSource? Glusterfs { get; init; }

    /// <summary>Directory exported over NFS, provisioned by an admin, that is mounted on the host.</summary>
    [Field(5, In = [2])]
    public NFSVolumeSource? Nfs { get; init; }

    /// <summary>Rados Block Device mounted on the host for the lifetime of a pod. Deprecated, and the in-tree type is no longer supported.</summary>
    [Field(6, In = [2])]
    public RBDPersistentVolumeSource? Rbd { get; init; }

    /// <summary>Disk on an iSCSI target, provisioned by an admin, attached to the kubelet's host and exposed to the pod.</summary>
    [Field(7, In = [2])]
    public ISCSIPersistentVolumeSource? Iscsi { get; init; }

    /// <summary>OpenStack Cinder volume attached to and mounted on the kubelet's host. Deprecated: operations are redirected to the cinder.csi.openstack.org CSI driver.</summary>
    [Field(8, In = [2])]
    public CinderPersistentVolumeSource? Cinder { get; init; }

    /// <summary>Ceph filesystem mounted on the host for the lifetime of a pod. Deprecated, and the in-tree type is no longer supported.</summary>
    [Field(9, In = [2])]
    public CephFSPersistentVolumeSource? Cephfs { get; init; }

    /// <summary>Fibre Channel storage attached to the kubelet's host and exposed to the pod.</summary>
    [Field(10, In = [2])]
    public FCVolumeSource? Fc { get; init; }

    /// <summary>Volume from Flocker on the kubelet's host, which needs a running Flocker control service. Deprecated, and the in-tree type is no longer supported.</summary>
    [Field(11, In = [2])]
    public FlockerVolumeSource? Flocker { get; init; }

    /// <summary>Generic volume provisioned and attached by an exec-based plugin. Deprecated: consider a CSIDriver instead.</summary>
    [Field(12, In = [2])]
    public FlexPersistentVolumeSource? FlexVolume { get; init; }

    /// <summary>Azure File share mounted on the host and bind-mounted to the pod. Deprecated: operations are redirected to the file.csi.azure.com CSI driver.</summary>
    [Field(13, In = [2])]
    public AzureFilePersistentVolumeSource? AzureFile { get; init; }

    /// <summary>vSphere volume attached to and mounted on the kubelet's host. Deprecated: operations are redirected to the csi.vsphere.vmware.com CSI driver.</summary>
    [Field(14, In = [2])]
    public VsphereVirtualDiskVolumeSource? VsphereVolume { get; init; }

    /// <summary>Volume on Quobyte mounted on the host for the lifetime of a pod. Deprecated, and the in-tree type is no longer supported.</summary>
    [Field(15, In = [2])]
    public QuobyteVolumeSource? Quobyte { get; init; }

    /// <summary>Azure data disk mounted on the host and bind-mounted to the pod. Deprecated: operations are redirected to the disk.csi.azure.com CSI driver.</summary>
    [Field(16, In = [2])]
    public AzureDiskVolumeSource? AzureDisk { get; init; }

    /// <summary>Photon Controller disk attached to and mounted on the kubelet's host. Deprecated, and the in-tree type is no longer supported.</summary>
    [Field(17, In = [2])]
    public PhotonPersistentDiskVolumeSource? PhotonPersistentDisk { get; init; }

    /// <summary>Volume from Portworx, attached to and mounted on the kubelet's host. Deprecated: operations go to the pxd.portworx.com CSI driver when the CSIMigrationPortworx feature gate is on.</summary>
    [Field(18, In = [2])]
    public PortworxVolumeSource? PortworxVolume { get; init; }

    /// <summary>Persistent ScaleIO volume attached to and mounted on nodes. Deprecated, and the in-tree type is no longer supported.</summary>
    [Field(19, In = [2])]
    public ScaleIOPersistentVolumeSource? ScaleIO { get; init; }

    /// <summary>Storage attached directly to one node, used with node affinity.</summary>
    [Field(20, In = [2])]
    public LocalVolumeSource? Local { get; init; }

    /// <summary>Volume from StorageOS attached to the kubelet's host and mounted into the pod. Deprecated, and the in-tree type is no longer supported.</summary>
    [Field(21, In = [2])]
    public StorageOSPersistentVolumeSource? Storageos { get; init; }

    /// <summary>Storage provided by an external CSI driver.</summary>
    [Field(22, In = [2])]
    public CSIPersistentVolumeSource? Csi { get; init; }

    /// <summary>All the ways in which the volume can be mounted.</summary>
    [Field(3)]
    public IReadOnlyList<string>? AccessModes { get; init; }

    /// <summary>Claim to which the volume is bound, expected to be set once bound. The claim's volumeName is the authoritative side of the binding.</summary>
    [Field(4)]
    public ObjectReference? ClaimRef { get; init; }

    /// <summary>Fate of the volume once its claim releases it: Retain (default if created manually), Delete (default if provisioned dynamically) or Recycle (deprecated).</summary>
    [Field(5)]
    [Enum("Recycle", "Delete", "Retain")]
    public string? PersistentVolumeReclaimPolicy { get; init; }

    /// <summary>StorageClass that the volume belongs to; empty means it belongs to none.</summary>
    [Field(6)]
    public string? StorageClassName { get; init; }

    /// <summary>Options passed to the mount, for example ["ro", "soft"]. They are not validated; an invalid one makes the mount fail.</summary>
    [Field(7)]
    public IReadOnlyList<string>? MountOptions { get; init; }

    /// <summary>Whether the volume carries a formatted filesystem or stays a raw block device. Filesystem is implied when left out.</summary>
    [Field(8, Pointer = true)]
    [Enum("Block", "Filesystem")]
    public string? VolumeMode { get; init; }

    /// <summary>Restricts the nodes that can reach this volume, and so where pods that use it are scheduled.</summary>
    [Field(9)]
    public VolumeNodeAffinity? NodeAffinity { get; init; }

    /// <summary>VolumeAttributesClass of the volume; unset means none, and an empty value is not allowed. The CSI driver can change it after an update.</summary>
    [Field(10, Pointer = true)]
    public string? VolumeAttributesClassName { get; init; }
}
