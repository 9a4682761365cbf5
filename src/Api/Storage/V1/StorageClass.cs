using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Storage.V1;

/// <summary>Describes a kind of storage and how PersistentVolumes of that kind are provisioned on demand. Cluster-scoped.</summary>
[Kind("storage.k8s.io/v1", "storageclasses", ClusterScoped = true, ShortNames = ["sc"])]
public sealed record StorageClass : IApiObject
{
    /// <summary>Standard object metadata; claims select the class by the name given here.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Names the volume plugin or driver that creates volumes of this class.</summary>
    [Field(2, Required = true, Always = true)]
    public string? Provisioner { get; init; }

    /// <summary>Settings handed to the provisioner when it creates volumes of this class.</summary>
    [Field(3)]
    public IReadOnlyDictionary<string, string>? Parameters { get; init; }

    /// <summary>What happens to a provisioned volume after its claim is gone, such as Delete or Retain. Defaults to Delete.</summary>
    [Field(4, Pointer = true)]
    [Enum("Recycle", "Delete", "Retain")]
    [Default("Delete")]
    public string? ReclaimPolicy { get; init; }

    /// <summary>Options, such as ro or soft, given to provisioned volumes. They are not validated, so an invalid one makes the mount fail.</summary>
    [Field(5)]
    public IReadOnlyList<string>? MountOptions { get; init; }

    /// <summary>When true, volumes of this class can be enlarged by raising the size in their claim.</summary>
    [Field(6)]
    public bool? AllowVolumeExpansion { get; init; }

    /// <summary>When claims are provisioned and bound: Immediate or WaitForFirstConsumer. If unset, Immediate is used.</summary>
    [Field(7, Pointer = true)]
    [Enum("Immediate", "WaitForFirstConsumer")]
    [Default("Immediate")]
    public string? VolumeBindingMode { get; init; }

    /// <summary>Limits dynamic provisioning to certain node topologies. An empty list imposes no restriction.</summary>
    [Field(8)]
    public IReadOnlyList<TopologySelectorTerm>? AllowedTopologies { get; init; }
}
