using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Storage.V1;

/// <summary>Records the CSI drivers installed on one node; normally created by the kubelet after drivers register through the node-driver-registrar.</summary>
[Kind("storage.k8s.io/v1", "csinodes", ClusterScoped = true)]
public sealed record CSINode : IApiObject
{
    /// <summary>Standard object metadata. The name has to be the name of the Kubernetes node.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Holds the CSI drivers that are present on the node.</summary>
    [Field(2, Required = true, Always = true)]
    public CSINodeSpec? Spec { get; init; }
}
