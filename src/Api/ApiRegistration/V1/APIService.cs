using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.ApiRegistration.V1;

/// <summary>Registers the server responsible for one API group and version. The name must be version, a dot, then group.</summary>
[Kind("apiregistration.k8s.io/v1", "apiservices", ClusterScoped = true, Categories = ["api-extensions"])]
[Subresource("status", "get,patch,update")]
public sealed record APIService : IApiObject
{
    /// <summary>Standard object metadata. The name must be the version, a dot and the group.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>States which API is served, and where its server is found.</summary>
    [Field(2, Always = true)]
    public APIServiceSpec? Spec { get; init; }

    /// <summary>Reports whether the API server behind the registration is available.</summary>
    [Field(3, Always = true)]
    public APIServiceStatus? Status { get; init; }
}
