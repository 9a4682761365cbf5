using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Storage.V1;

/// <summary>Registers a CSI volume driver and tells the cluster how to treat it, for example whether volumes have to be attached.</summary>
[Kind("storage.k8s.io/v1", "csidrivers", ClusterScoped = true)]
public sealed record CSIDriver : IApiObject
{
    /// <summary>Standard object metadata. The name must equal what the driver's GetPluginName() call returns and have at most 63 characters.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Describes which operations and features the CSI driver needs or supports.</summary>
    [Field(2, Required = true, Always = true)]
    [Default(DefaultAttribute.EmptyObject)]
    public CSIDriverSpec? Spec { get; init; }
}
