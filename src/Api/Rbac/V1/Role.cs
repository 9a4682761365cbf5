using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Rbac.V1;

/// <summary>Bundles permissions within one namespace, to be granted through a RoleBinding.</summary>
[Kind("rbac.authorization.k8s.io/v1", "roles")]
public sealed record Role : IApiObject
{
    /// <summary>Standard object metadata; the namespace limits where the permissions apply.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Permissions granted by this Role inside its namespace.</summary>
    [Field(2, Always = true)]
    public IReadOnlyList<PolicyRule>? Rules { get; init; }
}
