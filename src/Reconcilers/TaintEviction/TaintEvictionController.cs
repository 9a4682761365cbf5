using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Records;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Events;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.Reconcilers.Nodes;
using CloudletK8s.Reconcilers.Pods;

namespace CloudletK8s.Reconcilers.TaintEviction;

/// <summary>Drives pods away from nodes whose taints they do not, or no longer, stand.</summary>
internal sealed class TaintEvictionController : PlannedController<TaintedNodeView>
{
    private readonly ObjectCache<Node> _nodes;
    private readonly ObjectIndex<Pod> _podsByNode;

    public TaintEvictionController(ControllerServices services) : base("taint-eviction-controller", services)
    {
        _nodes = Sources.For<Node>(HasOtherTaints);
        _podsByNode = PodIndexes.ByNode(Sources.On<Pod>(OnTaintedNode));
        _nodes.Changed += TellOfCancelled;
        Sources.Write("pods", "pods/status", "nodes");
    }

    protected override ValueTask<TaintedNodeView?> Read(ObjectName name, CancellationToken cancellationToken) =>
        _nodes.Get(name) is { } node && IsTainted(node) ? new(new TaintedNodeView(node, _podsByNode.Of(name.Name))) : default;

    protected override Plan Decide(TaintedNodeView snapshot, DateTimeOffset now) => TaintEvictionPlan.Decide(snapshot, now);

    private static bool IsTainted(Node? node) => node?.Spec?.Taints?.Any(static taint => taint.Effect == NodeTaints.NoExecute) == true;

    private static bool HasOtherTaints(ObjectChange<Node> change) => change.Current is not null && IsTainted(change.Current)
        && (change.Previous is null || !RecordBinder.Same(change.Previous.Spec, change.Current.Spec));

    private IEnumerable<ObjectName> OnTaintedNode(ObjectChange<Pod> change) =>
        change.Current is { Spec.NodeName: { Length: > 0 } node } pod
            && (change.Previous?.Spec?.NodeName != node || (change.Previous.Spec.Tolerations?.Count ?? 0) != (pod.Spec.Tolerations?.Count ?? 0))
            && IsTainted(_nodes.Get("", node))
            ? [ObjectName.OfCluster(node)] : [];

    /// <summary>Pods whose time was running, and that may stay now.</summary>
    private void TellOfCancelled(ObjectChange<Node> change)
    {
        if (change.Current is not { } now || !IsTainted(change.Previous) || IsTainted(now))
            return;

        foreach (var pod in _podsByNode.Of(now.Metadata!.Name!))
        {
            if (!pod.IsTerminating() && change.Previous!.Spec!.Taints!.Any(taint => PodTolerance.IsCounting(pod, taint)))
                Events.Record(EventNote.Normal(pod, "TaintManagerEviction", $"Cancelling deletion of Pod {pod.Metadata!.Namespace}/{pod.Metadata.Name}"));
        }
    }
}
