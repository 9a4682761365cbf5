using CloudletK8s.Api.Rbac.V1;

namespace CloudletK8s.Reconcilers.ClusterRoles;

/// <param name="Role">The one that gathers.</param>
/// <param name="Roles">All there are.</param>
internal sealed record RoleAggregationView(ClusterRole Role, IReadOnlyList<ClusterRole> Roles);
