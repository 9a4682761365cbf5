using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.Reconcilers.ServicePods;

namespace CloudletK8s.Reconcilers.ServiceEndpoints;

/// <summary>The Endpoints of services: the old form, one object a service, cut at a thousand addresses.</summary>
internal sealed class EndpointsController : PlannedController<EndpointsView>
{
    private readonly ObjectCache<Service> _services;
    private readonly ObjectCache<Endpoints> _endpoints;
    private readonly ServiceSelection _selection;

    public EndpointsController(ControllerServices services) : base("endpoint-controller", services)
    {
        _services = Sources.For<Service>();
        _selection = new(_services, Sources.Reads<Pod>());
        Sources.On<Pod>(_selection.Touched);
        _endpoints = Sources.For<Endpoints>(Matters);
        Sources.Write("endpoints");
    }

    protected override ValueTask<EndpointsView?> Read(ObjectName name, CancellationToken cancellationToken)
    {
        var service = _services.Get(name);
        return new(new EndpointsView(service, _endpoints.Get(name), service is null ? [] : _selection.PodsOf(service)));
    }

    protected override Plan Decide(EndpointsView snapshot, DateTimeOffset now) => EndpointsPlan.Decide(snapshot);

    /// <summary>
    /// Endpoints that somebody deletes are made again. Those whose service was deleted while nobody looked are known by the pods
    /// that they name; others may be a user's own, which need no service.
    /// </summary>
    private static bool Matters(ObjectChange<Endpoints> change) =>
        change.Current is null || (change.Previous is null && NamesPods(change.Current));

    private static bool NamesPods(Endpoints endpoints) => endpoints.Subsets is { Count: > 0 } subsets && subsets.All(
        static subset => (subset.Addresses ?? []).Concat(subset.NotReadyAddresses ?? []).All(static address => address.TargetRef?.Kind == "Pod"));
}
