using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Plans;

namespace CloudletK8s.Reconcilers.NodeIpam;

/// <summary>The pod networks of nodes. One key for all nodes: they draw from one range.</summary>
internal sealed class NodeIpamController : PlannedController<NetworksView>
{
    private static readonly ObjectName[] s_all = [ObjectName.OfCluster("networks")];

    private readonly ObjectCache<Node> _nodes;
    private readonly ObjectIndex<Node> _waiting;
    private readonly NodeNetworks _networks;

    public NodeIpamController(ControllerServices services, NodeNetworks? networks = null) : base("cidrAllocator", services)
    {
        _networks = networks ?? new();
        _nodes = Sources.On<Node>(Touched);
        _waiting = _nodes.Index("without network", static node => IsWaiting(node) ? [""] : []);
        Sources.Write("nodes", "configmaps");
    }

    protected override async ValueTask<NetworksView?> Read(ObjectName name, CancellationToken cancellationToken)
    {
        if (_waiting.Count("") == 0)
            return null;

        // First the promises, then the nodes: a promise that is gone by then was kept before, and its node shows it.
        var promises = await Services.Client.Get<ConfigMap>(new(NetworksPlan.PromisesNamespace, NetworksPlan.PromisesName), cancellationToken);
        await Services.Caches.CatchUp([_nodes], cancellationToken);
        return new NetworksView(_nodes.All(), promises.ValueOrNull, _networks);
    }

    protected override Plan Decide(NetworksView snapshot, DateTimeOffset now) => NetworksPlan.Decide(snapshot);

    private IEnumerable<ObjectName> Touched(ObjectChange<Node> change)
    {
        // A node that goes leaves its network to one that waits.
        if (change.Current is null)
            return _waiting.Count("") > 0 ? s_all : [];
        return IsWaiting(change.Current) && (change.Previous is null || !IsWaiting(change.Previous)) ? s_all : [];
    }

    private static bool IsWaiting(Node node) => node.Spec is not ({ PodCIDR.Length: > 0 } or { PodCIDRs.Count: > 0 });
}
