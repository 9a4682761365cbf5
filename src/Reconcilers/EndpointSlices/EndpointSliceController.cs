using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Discovery.V1;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.Reconcilers.Children;
using CloudletK8s.Reconcilers.Pods;
using CloudletK8s.Reconcilers.ServicePods;

namespace CloudletK8s.Reconcilers.EndpointSlices;

/// <summary>The endpoint slices of services that select pods.</summary>
internal sealed class EndpointSliceController : PlannedController<EndpointSliceView>
{
    public const string Manager = "endpointslice-controller.k8s.io";

    private readonly ObjectCache<Service> _services;
    private readonly ObjectCache<EndpointSlice> _slices;
    private readonly ObjectIndex<EndpointSlice> _slicesByService;
    private readonly ObjectCache<Node> _nodes;
    private readonly ObjectIndex<Pod> _podsByNode;
    private readonly ServiceSelection _selection;
    private readonly FreedNames<EndpointSlice> _freed;

    public EndpointSliceController(ControllerServices services) : base("endpoint-slice-controller", services)
    {
        _services = Sources.For<Service>();
        var pods = Sources.Reads<Pod>();
        _podsByNode = PodIndexes.ByNode(pods);
        _selection = new(_services, pods);
        Sources.On<Pod>(_selection.Touched);
        _nodes = Sources.On<Node>(Touched);
        _slices = Sources.On<EndpointSlice>(static change => SliceIndexes.Touched(change, Manager));
        _slicesByService = SliceIndexes.ByService(_slices, Manager);
        _freed = new(_slices);
        Sources.Write("endpointslices.discovery.k8s.io");
    }

    protected override ValueTask<EndpointSliceView?> Read(ObjectName name, CancellationToken cancellationToken)
    {
        // The slices of a service that is gone go with it: it owns them.
        if (_services.Get(name) is not { Metadata.Uid: { } uid } service)
            return default;

        var slices = _slicesByService.Of(name.ToString());
        Array.Sort(slices, static (one, other) => string.CompareOrdinal(one.Metadata?.Name, other.Metadata?.Name));
        return new(new EndpointSliceView(
            service, _selection.PodsOf(service), slices, node => _nodes.Get("", node),
            new(name.Name, uid, _freed.Salt(uid), slice => _slices.Get(name.Namespace, slice) is not null)));
    }

    protected override Plan Decide(EndpointSliceView snapshot, DateTimeOffset now) => EndpointSlicePlan.Decide(snapshot);

    /// <summary>Of a node only matters that it is there, and in which zone.</summary>
    private IEnumerable<ObjectName> Touched(ObjectChange<Node> change) =>
        (change.Previous is null) == (change.Current is null) && PodEndpoints.Zone(change.Previous) == PodEndpoints.Zone(change.Current)
            ? []
            : _podsByNode.Of(change.Object.Metadata?.Name ?? "").SelectMany(_selection.ServicesOf).Distinct();
}
