using System.Collections.Concurrent;
using CloudletK8s.Api.Coordination.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.Reconcilers.Nodes;

namespace CloudletK8s.Reconcilers.NodeLifecycle;

/// <summary>
/// When this process last heard of each node, by its own clock. A renewal costs a look-up and nothing else: nobody is woken by it,
/// for whoever waits for a node's silence looks here when it would be over.
/// </summary>
internal sealed class NodeHeartbeats
{
    public const string LeaseNamespace = "kube-node-lease";

    private readonly ConcurrentDictionary<string, DateTimeOffset> _heard = new(StringComparer.Ordinal);
    private readonly ObjectCache<Lease> _leases;
    private readonly TimeProvider _time;
    private readonly NodeMonitorOptions _options;

    public NodeHeartbeats(ObjectCache<Node> nodes, ObjectCache<Lease> leases, TimeProvider time, NodeMonitorOptions options)
    {
        _leases = leases;
        _time = time;
        _options = options;
        nodes.Changed += Hear;
        leases.Changed += Hear;
    }

    /// <summary>The last sign of life.</summary>
    public DateTimeOffset LastHeard(Node node)
    {
        var name = node.Metadata!.Name!;
        var claimed = Claimed(node, name);
        if (_options.TrustNodeClocks)
            return claimed;

        // A process that has only just begun to listen gives each node a whole period, unless it says better of itself.
        var heard = _heard.GetOrAdd(name, static (_, time) => time.GetUtcNow(), _time);
        return node.Condition(NodeState.Ready) is null && _leases.Get(LeaseNamespace, name) is null ? claimed : heard;
    }

    private DateTimeOffset Claimed(Node node, string name)
    {
        var latest = node.Metadata!.CreationTimestamp ?? DateTimeOffset.MinValue;
        if (node.Condition(NodeState.Ready)?.LastHeartbeatTime is { } heartbeat && heartbeat > latest)
            latest = heartbeat;
        return _leases.Get(LeaseNamespace, name)?.Spec?.RenewTime?.Value is { } renewed && renewed > latest ? renewed : latest;
    }

    private void Hear(ObjectChange<Lease> change)
    {
        if (change.Current is { Metadata: { Namespace: LeaseNamespace, Name: { } name } } lease && change.Previous?.Spec?.RenewTime != lease.Spec?.RenewTime)
            _heard[name] = _time.GetUtcNow();
    }

    private void Hear(ObjectChange<Node> change)
    {
        if (change.Current is not { } node)
            _heard.TryRemove(change.Object.Metadata!.Name!, out _);
        else if (change.Previous?.Condition(NodeState.Ready)?.LastHeartbeatTime != node.Condition(NodeState.Ready)?.LastHeartbeatTime)
            _heard[node.Metadata!.Name!] = _time.GetUtcNow();
    }
}
