using CloudletK8s.Api.Coordination.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Records;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.Reconcilers.Nodes;
using CloudletK8s.Reconcilers.Pods;

namespace CloudletK8s.Reconcilers.NodeLifecycle;

/// <summary>Notices nodes that fall silent, and keeps their taints and their pods' readiness in step with their conditions.</summary>
internal sealed class NodeLifecycleController : PlannedController<NodeView>
{
    /// <summary>A node that was made longer ago was registered by an earlier process.</summary>
    private static readonly TimeSpan s_new = TimeSpan.FromMinutes(1);

    private readonly ObjectCache<Node> _nodes;
    private readonly ObjectIndex<Pod> _podsByNode;
    private readonly NodeHeartbeats _heartbeats;
    private readonly NodeMonitorOptions _options;

    public NodeLifecycleController(ControllerServices services, NodeMonitorOptions? options = null) : base("node-controller", services)
    {
        _options = options ?? new() { TrustNodeClocks = services.IsShortLived };
        _nodes = Sources.For<Node>(Matters);
        var pods = Sources.On<Pod>(Lagging);
        _podsByNode = PodIndexes.ByNode(pods);
        _heartbeats = new(_nodes, Sources.Reads<Lease>(), services.Time, _options);
        _nodes.Changed += Tell;
        Sources.Write("nodes", "nodes/status", "pods/status");
    }

    protected override ValueTask<NodeView?> Read(ObjectName name, CancellationToken cancellationToken) => _nodes.Get(name) is not { } node
        ? default
        : new(new NodeView(node, _heartbeats.LastHeard(node), node.ReadyStatus() == NodeState.Unknown ? _podsByNode.Of(name.Name) : [], _options));

    protected override Plan Decide(NodeView snapshot, DateTimeOffset now) => NodeLifecyclePlan.Decide(snapshot, now);

    /// <summary>Heartbeats do not; they come all the time.</summary>
    private static bool Matters(ObjectChange<Node> change)
    {
        if (change.Previous is not { } before || change.Current is not { } now)
            return change.Current is not null;

        var (one, other) = (before.Status?.Conditions ?? [], now.Status?.Conditions ?? []);
        return one.Count != other.Count
            || one.Zip(other).Any(static pair => pair.First.Type != pair.Second.Type || pair.First.Status != pair.Second.Status)
            || !RecordBinder.Same(before.Spec, now.Spec)
            || !RecordBinder.Same(before.Metadata! with { ResourceVersion = null }, now.Metadata! with { ResourceVersion = null });
    }

    /// <summary>A pod that came to a silent node, or that somebody calls ready there.</summary>
    private IEnumerable<ObjectName> Lagging(ObjectChange<Pod> change) =>
        change.Current is { Spec.NodeName: { Length: > 0 } name } pod && pod.IsReady()
            && (change.Previous?.Spec?.NodeName != name || !change.Previous.IsReady())
            && _nodes.Get("", name) is { } node && node.Condition(NodeState.Ready)?.Status == NodeState.Unknown
            ? [ObjectName.OfCluster(name)] : [];

    private void Tell(ObjectChange<Node> change)
    {
        if (change.Current is null)
            Events.Record(NodeEvents.Removing(change.Object));
        else if (change.Previous is null && Services.Time.GetUtcNow() - change.Current.Metadata!.CreationTimestamp < s_new)
            Events.Record(NodeEvents.Registered(change.Current));
    }
}
