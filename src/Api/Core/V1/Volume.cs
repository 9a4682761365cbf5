using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Named storage in a pod that any of its containers can mount.</summary>
public sealed record Volume
{
    /// <summary>How mounts refer to the volume. Must be a DNS_LABEL and unique within the pod.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Name { get; init; }

    /// <summary>Existing file or directory of the host exposed directly to containers. Meant for system agents and other privileged work; most containers do not need it.</summary>
    [Field(1, In = [2])]
    public HostPathVolumeSource? HostPath { get; init; }

    /// <summary>Temporary directory that is created and removed together with the pod.</summary>
    [Field(2, In = [2])]
    public EmptyDirVolumeSource? EmptyDir { get; init; }

    /// <summary>GCE disk attached to the kubelet's host and exposed to the pod. Deprecated, with operations redirected to the pd.csi.storage.gke.io CSI driver.</summary>
    [Field(3, In = [2])]
    public GCEPersistentDiskVolumeSource? GcePersistentDisk { get; init; }

    /// <summary>AWS disk attached to the kubelet's host and exposed to the pod. Deprecated, with operations redirected to the ebs.csi.aws.com CSI driver.</summary>
    [Field(4, In = [2])]
    public AWSElasticBlockStoreVolumeSource? AwsElasticBlockStore { get; init; }

    /// <summary>Git repository checked out at a given revision. Deprecated; clone into an EmptyDir from an InitContainer and mount that instead.</summary>
    [Field(5, In = [2])]
    public GitRepoVolumeSource? GitRepo { get; init; }

    /// <summary>Fills the volume with files from a Secret.</summary>
    [Field(6, In = [2])]
    public SecretVolumeSource? Secret { get; init; }

    /// <summary>Network share over NFS, mounted on the host for as long as the pod lives.</summary>
    [Field(7, In = [2])]
    public NFSVolumeSource? Nfs { get; init; }

    /// <summary>Disk reached over iSCSI, attached to the kubelet's host and exposed to the pod.</summary>
    [Field(8, In = [2])]
    public ISCSIVolumeSource? Iscsi { get; init; }

    /// <summary>Storage from Glusterfs mounted on the host for as long as the pod lives. Deprecated, and the in-tree type is no longer supported.</summary>
    [Field(9, In = [2])]
    public GlusterfsVolumeSource? Glusterfs { get; init; }

    /// <summary>Uses the storage bound to a PersistentVolumeClaim in the pod's namespace.</summary>
    [Field(10, In = [2])]
    public PersistentVolumeClaimVolumeSource? PersistentVolumeClaim { get; init; }

    /// <summary>Rados Block Device mounted on the host for as long as the pod lives. Deprecated, and the in-tree type is no longer supported.</summary>
    [Field(11, In = [2])]
    public RBDVolumeSource? Rbd { get; init; }

    /// <summary>Generic volume handled by an exec-based plugin. Deprecated; consider a CSIDriver instead.</summary>
    [Field(12, In = [2])]
    public FlexVolumeSource? FlexVolume { get; init; }

    /// <summary>OpenStack Cinder disk attached and mounted on the kubelet's host. Deprecated, with operations redirected to the cinder.csi.openstack.org CSI driver.</summary>
    [Field(13, In = [2])]
    public CinderVolumeSource? Cinder { get; init; }

    /// <summary>Ceph filesystem mounted on the host for as long as the pod lives. Deprecated, and the in-tree type is no longer supported.</summary>
    [Field(14, In = [2])]
    public CephFSVolumeSource? Cephfs { get; init; }

    /// <summary>Storage from Flocker attached to the host, needing a running Flocker control service. Deprecated, and the in-tree type is no longer supported.</summary>
    [Field(15, In = [2])]
    public FlockerVolumeSource? Flocker { get; init; }

    /// <summary>Fills the volume with information about the pod itself.</summary>
    [Field(16, In = [2])]
    public DownwardAPIVolumeSource? DownwardAPI { get; init; }

    /// <summary>Fibre Channel disk attached to the kubelet's host and exposed to the pod.</summary>
    [Field(17, In = [2])]
    public FCVolumeSource? Fc { get; init; }

    /// <summary>Azure File share mounted on the host and bind-mounted into the pod. Deprecated, with operations redirected to the file.csi.azure.com CSI driver.</summary>
    [Field(18, In = [2])]
    public AzureFileVolumeSource? AzureFile { get; init; }

    /// <summary>Fills the volume with files from a ConfigMap.</summary>
    [Field(19, In = [2])]
    public ConfigMapVolumeSource? ConfigMap { get; init; }

    /// <summary>vSphere volume attached and mounted on the kubelet's host. Deprecated, with operations redirected to the csi.vsphere.vmware.com CSI driver.</summary>
    [Field(20, In = [2])]
    public VsphereVirtualDiskVolumeSource? VsphereVolume { get; init; }

    /// <summary>Storage from Quobyte mounted on the host for as long as the pod lives. Deprecated, and the in-tree type is no longer supported.</summary>
    [Field(21, In = [2])]
    public QuobyteVolumeSource? Quobyte { get; init; }

    /// <summary>Azure data disk mounted on the host and bind-mounted into the pod. Deprecated, with operations redirected to the disk.csi.azure.com CSI driver.</summary>
    [Field(22, In = [2])]
    public AzureDiskVolumeSource? AzureDisk { get; init; }

    /// <summary>PhotonController disk attached and mounted on the kubelet's host. Deprecated, and the in-tree type is no longer supported.</summary>
    [Field(23, In = [2])]
    public PhotonPersistentDiskVolumeSource? PhotonPersistentDisk { get; init; }

    /// <summary>Combines secrets, config maps, downward API data and similar sources in one volume.</summary>
    [Field(26, In = [2])]
    public ProjectedVolumeSource? Projected { get; init; }

    /// <summary>Portworx volume attached and mounted on the kubelet's host. Deprecated, with operations redirected to the pxd.portworx.com CSI driver once its migration feature is on.</summary>
    [Field(24, In = [2])]
    public PortworxVolumeSource? PortworxVolume { get; init; }

    /// <summary>Persistent ScaleIO volume attached and mounted on nodes. Deprecated, and the in-tree type is no longer supported.</summary>
    [Field(25, In = [2])]
    public ScaleIOVolumeSource? ScaleIO { get; init; }

    /// <summary>Volume from StorageOS attached and mounted on nodes. Deprecated, and the in-tree type is no longer supported.</summary>
    [Field(27, In = [2])]
    public StorageOSVolumeSource? Storageos { get; init; }

    /// <summary>Ephemeral storage provided by an external Container Storage Interface driver.</summary>
    [Field(28, In = [2])]
    public CSIVolumeSource? Csi { get; init; }

    /// <summary>Volume from a cluster storage driver that is created before the pod starts and deleted along with it.</summary>
    [Field(29, In = [2])]
    public EphemeralVolumeSource? Ephemeral { get; init; }

    /// <summary>Container image or artifact in OCI form, pulled and mounted on the kubelet's host at pod startup according to its pull policy.</summary>
    [Field(30, In = [2])]
    public ImageVolumeSource? Image { get; init; }
}
