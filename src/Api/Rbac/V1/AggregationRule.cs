using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Rbac.V1;

/// <summary>Tells the controller which ClusterRoles to merge into the one that carries it.</summary>
public sealed record AggregationRule
{
    /// <summary>Label selectors for source ClusterRoles; a role matched by any of them contributes its permissions.</summary>
    [Field(1)]
    public IReadOnlyList<LabelSelector>? ClusterRoleSelectors { get; init; }
}
