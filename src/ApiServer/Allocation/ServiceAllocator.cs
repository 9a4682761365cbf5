using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Admission;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.ApiServer.Verbs;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Allocation;

/// <summary>Cluster IPs and node ports of services.</summary>
internal sealed class ServiceAllocator : IObjectAllocator
{
    private readonly IResourceStore _services;
    private readonly ServiceAddresses _addresses;
    private readonly ServicePorts _ports;

    public ServiceAllocator(IClusterStore store, ApiServerOptions options, TimeProvider time, Random random)
    {
        _services = store.Resource("services");
        var addresses = store.Resource("clusterips.cloudlet.dev");
        var ranges = options.ServiceCidr.Split(',').Select(cidr => new AddressRange(cidr.Trim())).ToList();
        FirstAddress = ranges[0].At(0);
        _addresses = new([.. ranges.Select(range => (range.Family, new TakenValues(addresses, range, time, random)))], FirstAddress);
        _ports = new(new TakenValues(
            store.Resource("nodeports.cloudlet.dev"), new PortRange(options.FirstNodePort, options.LastNodePort), time, random));
    }

    /// <summary>The address of the kubernetes service; no other gets it.</summary>
    public string FirstAddress { get; }

    public bool Handles(RequestScope scope) => scope.Storage is { Group: "", Plural: "services" } && scope.Subresource.Length == 0;

    public async ValueTask<IReservation> Reserve(RequestScope scope, TreeObject obj, TreeObject? old, CancellationToken cancellationToken)
    {
        var owner = OwnerOf(obj);
        var reservation = new ServiceReservation(owner);
        var work = new ServiceWork(owner, obj.ObjectOrNew("spec"), old?.Object("spec"), reservation, scope.Query.DryRun);
        try
        {
            await _addresses.Reserve(work, cancellationToken);
            await _ports.Reserve(work, cancellationToken);
            return reservation;
        }
        catch
        {
            await reservation.DisposeAsync();
            throw;
        }
    }

    public async ValueTask Release(TreeObject obj, CancellationToken cancellationToken)
    {
        var reservation = new ServiceReservation(OwnerOf(obj));
        if (obj.Object("spec") is { } spec)
        {
            foreach (var address in ServiceAddresses.Of(spec))
                reservation.WillDrop(_addresses.Values(address), address);
            foreach (var port in ServicePorts.Of(spec))
                reservation.WillDrop(_ports.Values, port);
        }

        reservation.Keep();
        await reservation.DisposeAsync();
    }

    /// <summary>Brings the marks of what is taken in line with the services that exist.</summary>
    public async Task Repair(CancellationToken cancellationToken)
    {
        if (await _services.Read(ReadAt.Newest.Instance, cancellationToken) is not ReadResult.Found found)
            return;

        var addresses = new Dictionary<string, Owner>();
        var ports = new Dictionary<string, Owner>();
        foreach (var stored in found.Snapshot.Objects())
        {
            var service = StoredTrees.Read(stored);
            if (service.Object("spec") is not { } spec)
                continue;

            foreach (var address in ServiceAddresses.Of(spec))
                addresses.TryAdd(address, OwnerOf(service));
            foreach (var port in ServicePorts.Of(spec))
                ports.TryAdd(port, OwnerOf(service));
        }

        await _addresses.Repair(addresses, cancellationToken);
        await _ports.Values.Repair(ports, cancellationToken);
    }

    private static Owner OwnerOf(TreeObject obj)
    {
        var metadata = obj.Object("metadata");
        return new(metadata?.Text("namespace") ?? "", metadata?.Text("name") ?? "", metadata?.Text("uid") ?? "");
    }
}
