using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Rbac.V1;

/// <summary>Grants the permissions of a Role or ClusterRole to subjects, limited to the namespace of the binding.</summary>
[Kind("rbac.authorization.k8s.io/v1", "rolebindings")]
public sealed record RoleBinding : IApiObject
{
    /// <summary>Standard object metadata; the namespace is the one in which the permissions are granted.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Users, groups and service accounts that receive the permissions of the role.</summary>
    [Field(2)]
    public IReadOnlyList<Subject>? Subjects { get; init; }

    /// <summary>Role in the same namespace, or ClusterRole, whose permissions are granted; authorization returns an error if it cannot be found. Immutable.</summary>
    [Field(3, Required = true, Always = true)]
    public RoleRef? RoleRef { get; init; }
}
