using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.ApiExtensions.V1;

/// <summary>Adds a new resource type to the API server. The name must have the form .spec.names.plural, a dot, then .spec.group.</summary>
[Kind("apiextensions.k8s.io/v1", "customresourcedefinitions", ClusterScoped = true, ShortNames = ["crd", "crds"], Categories = ["api-extensions"])]
[Subresource("status", "get,patch,update")]
public sealed record CustomResourceDefinition : IApiObject
{
    /// <summary>Standard object metadata. The name must consist of the plural name, a dot and the group.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Defines the names, scope, versions and schemas of the custom resource.</summary>
    [Field(2, Required = true, Always = true)]
    public CustomResourceDefinitionSpec? Spec { get; init; }

    /// <summary>Reports the accepted names, conditions and stored versions of the custom resource.</summary>
    [Field(3, Always = true)]
    public CustomResourceDefinitionStatus? Status { get; init; }
}
