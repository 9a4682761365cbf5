using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.Reconcilers.Pods;

namespace CloudletK8s.Reconcilers.PodGc;

/// <summary>Pods without a node that could end them: theirs is gone or off, or they never had one.</summary>
internal sealed class PodGcController : PlannedController<PodGcView>
{
    private readonly ObjectCache<Pod> _pods;
    private readonly ObjectCache<Node> _nodes;
    private readonly ObjectIndex<Pod> _podsByNode;
    private readonly MissingNodes _missing;

    public PodGcController(ControllerServices services) : base("pod-garbage-collector", services)
    {
        // What is not known of a node yet when a pod comes is known when the pod is looked at.
        _nodes = Sources.On<Node>(PodsOf);
        _pods = Sources.For<Pod>(change => change.Current is { } pod && MayBeLost(pod));
        Sources.Write("pods", "pods/status");
        _podsByNode = PodIndexes.ByNode(_pods);
        _missing = new(_nodes);
    }

    protected override ValueTask<PodGcView?> Read(ObjectName name, CancellationToken cancellationToken)
    {
        if (_pods.Get(name) is not { } pod || !MayBeLost(pod))
            return default;

        var node = NodeOf(pod);
        DateTimeOffset? missing = node is null && pod.Spec?.NodeName is { Length: > 0 } bound ? _missing.Since(bound, Services.Time.GetUtcNow()) : null;
        return new(new PodGcView(pod, node, missing));
    }

    protected override Plan Decide(PodGcView snapshot, DateTimeOffset now) => PodGcPlan.Decide(snapshot, now);

    private IEnumerable<ObjectName> PodsOf(ObjectChange<Node> change) =>
        change.Current is { } node && !NodeOutage.IsOutOfService(node) ? [] : _podsByNode.Of(change.Object.Metadata?.Name ?? "").Select(pod => ObjectName.Of(pod));

    private bool MayBeLost(Pod pod) => pod.IsTerminating() || (pod.Spec?.NodeName is { Length: > 0 } && NodeOf(pod) is null);

    private Node? NodeOf(Pod pod) => pod.Spec?.NodeName is { Length: > 0 } node ? _nodes.Get(ObjectName.OfCluster(node)) : null;
}
