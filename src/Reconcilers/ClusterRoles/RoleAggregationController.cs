using CloudletK8s.Api.Rbac.V1;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Plans;

namespace CloudletK8s.Reconcilers.ClusterRoles;

/// <summary>Roles that gather the rules of others.</summary>
internal sealed class RoleAggregationController : PlannedController<RoleAggregationView>
{
    private const string Gathering = "gathering";

    private readonly ObjectCache<ClusterRole> _roles;
    private readonly ObjectIndex<ClusterRole> _gathering;

    public RoleAggregationController(ControllerServices services) : base("clusterrole-aggregation-controller", services)
    {
        _roles = Sources.Reads<ClusterRole>();
        _gathering = _roles.Index(Gathering, static role => role.AggregationRule is null ? [] : [Gathering]);
        Sources.On<ClusterRole>(_ => _gathering.Of(Gathering).Select(role => ObjectName.Of(role)));
        Sources.Write("clusterroles");
    }

    protected override ValueTask<RoleAggregationView?> Read(ObjectName name, CancellationToken cancellationToken) =>
        new(_roles.Get(name) is { AggregationRule: not null } role ? new RoleAggregationView(role, _roles.All()) : null);

    protected override Plan Decide(RoleAggregationView snapshot, DateTimeOffset now) => RoleAggregationPlan.Decide(snapshot);
}
