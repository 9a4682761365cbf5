using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Rbac.V1;

/// <summary>Grants the permissions of a ClusterRole, cluster-wide, to a set of users, groups or service accounts.</summary>
[Kind("rbac.authorization.k8s.io/v1", "clusterrolebindings", ClusterScoped = true)]
public sealed record ClusterRoleBinding : IApiObject
{
    /// <summary>Standard object metadata; ClusterRoleBindings are cluster-scoped and have no namespace.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Users, groups and service accounts that receive the permissions of the ClusterRole.</summary>
    [Field(2)]
    public IReadOnlyList<Subject>? Subjects { get; init; }

    /// <summary>ClusterRole whose permissions are granted; authorization returns an error if it cannot be found. Immutable.</summary>
    [Field(3, Required = true, Always = true)]
    public RoleRef? RoleRef { get; init; }
}
