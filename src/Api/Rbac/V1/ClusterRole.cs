using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Rbac.V1;

/// <summary>Bundles permissions that apply across the cluster, for use from a RoleBinding or a ClusterRoleBinding.</summary>
[Kind("rbac.authorization.k8s.io/v1", "clusterroles", ClusterScoped = true)]
public sealed record ClusterRole : IApiObject
{
    /// <summary>Standard object metadata; ClusterRoles are cluster-scoped and have no namespace.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Permissions granted by this ClusterRole to everyone it is bound to.</summary>
    [Field(2, Always = true)]
    public IReadOnlyList<PolicyRule>? Rules { get; init; }

    /// <summary>Fills the rules from other ClusterRoles chosen by label. When set, a controller manages the rules and overwrites manual edits.</summary>
    [Field(3)]
    public AggregationRule? AggregationRule { get; init; }
}
