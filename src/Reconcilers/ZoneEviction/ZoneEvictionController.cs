using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.Reconcilers.Nodes;

namespace CloudletK8s.Reconcilers.ZoneEviction;

/// <summary>
/// Decides, zone by zone, from which lost nodes pods are driven away, and how fast. One key is one zone, so that the rate of a zone
/// is kept by whoever has the key.
/// </summary>
internal sealed class ZoneEvictionController : PlannedController<ZoneView>
{
    private readonly ObjectIndex<Node> _byZone;
    private readonly ObjectIndex<Node> _byReadiness;

    public ZoneEvictionController(ControllerServices services) : base("node-eviction-controller", services)
    {
        var nodes = Sources.On<Node>(Touched);
        _byZone = NodeState.ByZone(nodes);
        _byReadiness = NodeState.ByReadiness(nodes);
        Sources.Write("nodes");
    }

    protected override ValueTask<ZoneView?> Read(ObjectName name, CancellationToken cancellationToken)
    {
        var nodes = _byZone.Of(name.Name);
        return nodes.Length == 0 ? default : new(new ZoneView(nodes, _byReadiness.Count(NodeState.True) > 0));
    }

    protected override Plan Decide(ZoneView snapshot, DateTimeOffset now) => ZoneEvictionPlan.Decide(snapshot, now);

    private IEnumerable<ObjectName> Touched(ObjectChange<Node> change)
    {
        var before = change.Previous is { } previous ? Facts(previous) : default;
        var now = change.Current is { } current ? Facts(current) : default;
        if (before == now)
            return [];

        // The first node that is well again, and the last one that was, matter to every zone.
        if ((before.Ready == NodeState.True) != (now.Ready == NodeState.True) && _byReadiness.Count(NodeState.True) <= 1)
            return _byZone.Keys().Select(ObjectName.OfCluster);

        return new[] { before.Zone, now.Zone }.OfType<string>().Distinct().Select(ObjectName.OfCluster);
    }

    private static (string? Zone, string? Ready, bool IsTainted, bool IsAutonomous, bool IsExcluded) Facts(Node node) =>
        (node.Zone(), node.ReadyStatus(), node.Spec?.Taints?.Any(NodeTaints.IsEvicting) == true, node.IsAutonomous(), node.IsExcludedFromDisruption());
}
