using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Discovery.V1;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.Reconcilers.Children;
using CloudletK8s.Reconcilers.EndpointSlices;

namespace CloudletK8s.Reconcilers.SliceMirroring;

/// <summary>Slices for the Endpoints that users keep by hand, for services without a selector.</summary>
internal sealed class SliceMirroringController : PlannedController<MirroringView>
{
    public const string Manager = "endpointslicemirroring-controller.k8s.io";

    private readonly ObjectCache<Endpoints> _endpoints;
    private readonly ObjectCache<Service> _services;
    private readonly ObjectCache<EndpointSlice> _slices;
    private readonly ObjectIndex<EndpointSlice> _slicesByService;
    private readonly FreedNames<EndpointSlice> _freed;

    public SliceMirroringController(ControllerServices services) : base("endpoint-slice-mirroring-controller", services)
    {
        _services = Sources.For<Service>(Matters);
        _slices = Sources.On<EndpointSlice>(static change => SliceIndexes.Touched(change, Manager));
        _slicesByService = SliceIndexes.ByService(_slices, Manager);
        _endpoints = Sources.For<Endpoints>(MayConcernUs);
        _freed = new(_slices);
        Sources.Write("endpointslices.discovery.k8s.io");
    }

    protected override ValueTask<MirroringView?> Read(ObjectName name, CancellationToken cancellationToken)
    {
        var endpoints = _endpoints.Get(name);
        var slices = _slicesByService.Of(name.ToString());
        if (endpoints is null && slices.Length == 0)
            return default;

        Array.Sort(slices, static (one, other) => string.CompareOrdinal(one.Metadata?.Name, other.Metadata?.Name));
        var uid = endpoints?.Metadata?.Uid ?? "";
        return new(new MirroringView(
            endpoints, _services.Get(name), slices, new(name.Name, uid, _freed.Salt(uid), slice => _slices.Get(name.Namespace, slice) is not null)));
    }

    protected override Plan Decide(MirroringView snapshot, DateTimeOffset now) => MirroringPlan.Decide(snapshot);

    /// <summary>Of a service only matters that it is there and whether it selects.</summary>
    private static bool Matters(ObjectChange<Service> change) =>
        change.Previous is null || change.Current is null || (change.Previous.Spec?.Selector is { Count: > 0 }) != (change.Current.Spec?.Selector is { Count: > 0 });

    /// <summary>Most endpoints are those of services that select, and were never mirrored.</summary>
    private bool MayConcernUs(ObjectChange<Endpoints> change) =>
        _services.Get(change.Name) is not { Spec.Selector.Count: > 0 } || _slicesByService.Count(change.Name.ToString()) > 0;
}
