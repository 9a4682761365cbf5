using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Discovery.V1;
using CloudletK8s.Api.Values;
using CloudletK8s.Reconcilers.EndpointSlices;
using CloudletK8s.Reconcilers.ServiceEndpoints;
using CloudletK8s.Reconcilers.SliceMirroring;
using CloudletK8s.TestKit.Controllers;
using EndpointPort = CloudletK8s.Api.Core.V1.EndpointPort;

namespace CloudletK8s.Reconcilers.Tests.ServiceEndpoints;

public sealed class ServicesOnAControlPlane : IAsyncLifetime
{
    private const string Slices = "endpointslice.kubernetes.io/managed-by=endpointslice-controller.k8s.io";
    private const string Mirrored = "endpointslice.kubernetes.io/managed-by=endpointslicemirroring-controller.k8s.io";

    private readonly ManualTime _time = new();
    private ControlPlane _plane = null!;
    private string _namespace = "";

    public async Task InitializeAsync()
    {
        _plane = await ControlPlane.Start(
            services => [new EndpointsController(services), new EndpointSliceController(services), new SliceMirroringController(services)], _time);
        _namespace = await _plane.Namespace();
        await _plane.Create(new Node { Metadata = new() { Name = "node-1", Labels = new Dictionary<string, string> { ["topology.kubernetes.io/zone"] = "north" } } });
    }

    public Task DisposeAsync() => _plane.DisposeAsync().AsTask();

    [Fact]
    public async Task Know_their_ready_pods_in_both_forms()
    {
        await _plane.Create(Service());
        var ready = await _plane.Ready(await _plane.Create(Pod("a")));
        var waiting = await _plane.NotReady(await _plane.Create(Pod("b")));
        await _plane.Quiet();

        var slice = Assert.Single(await _plane.List<EndpointSlice>(_namespace, Slices));
        Assert.StartsWith("web-", slice.Metadata!.Name, StringComparison.Ordinal);
        Assert.Equal("web", slice.Metadata.Labels!["kubernetes.io/service-name"]);
        Assert.Equal(("http", 8080, "TCP"), (slice.Ports![0].Name, slice.Ports[0].Port, slice.Ports[0].Protocol));
        Assert.Equal([(ready.Status!.PodIP!, true), (waiting.Status!.PodIP!, false)], slice.Endpoints!.Select(one => (one.Addresses![0], one.Conditions!.Ready == true)).OrderByDescending(one => one.Item2));
        Assert.All(slice.Endpoints!, one => Assert.Equal(("node-1", "north", "Pod"), (one.NodeName, one.Zone, one.TargetRef!.Kind)));

        var subset = Assert.Single((await _plane.Get<Endpoints>(_namespace, "web"))!.Subsets!);
        Assert.Equal(ready.Status.PodIP, Assert.Single(subset.Addresses!).Ip);
        Assert.Equal(waiting.Status.PodIP, Assert.Single(subset.NotReadyAddresses!).Ip);
    }

    [Fact]
    public async Task Without_pods_have_an_empty_slice_that_the_first_pod_takes_over()
    {
        await _plane.Create(Service());
        await _plane.Quiet();
        var empty = Assert.Single(await _plane.List<EndpointSlice>(_namespace, Slices));
        Assert.Empty(empty.Endpoints!);

        await _plane.Ready(await _plane.Create(Pod("a")));
        await _plane.Quiet();

        var filled = Assert.Single(await _plane.List<EndpointSlice>(_namespace, Slices));
        Assert.Equal((empty.Metadata!.Uid, 1), (filled.Metadata!.Uid, filled.Endpoints!.Count));
    }

    [Fact]
    public async Task Keep_pods_that_end_as_terminating_and_forget_those_that_are_gone()
    {
        await _plane.Create(Service());
        var pod = await _plane.Ready(await _plane.Create(Pod("a")));
        await _plane.Quiet();

        await _plane.Client.Delete<Pod>(new(_namespace, "a"), new() { GracePeriodSeconds = 30 }, CancellationToken.None);
        await _plane.Quiet();
        var conditions = Assert.Single(Assert.Single(await _plane.List<EndpointSlice>(_namespace, Slices)).Endpoints!).Conditions!;
        Assert.Equal((false, true, true), (conditions.Ready, conditions.Serving, conditions.Terminating));
        Assert.Empty((await _plane.Get<Endpoints>(_namespace, "web"))!.Subsets ?? []);

        await _plane.EndTerminating(_namespace);
        await _plane.Quiet();
        Assert.Empty(Assert.Single(await _plane.List<EndpointSlice>(_namespace, Slices)).Endpoints!);
        Assert.NotNull(pod);
    }

    [Fact]
    public async Task Are_not_written_again_while_nothing_changes()
    {
        await _plane.Create(Service());
        var pod = await _plane.Ready(await _plane.Create(Pod("a")));
        await _plane.Quiet();
        var slice = Assert.Single(await _plane.List<EndpointSlice>(_namespace, Slices));
        var endpoints = await _plane.Get<Endpoints>(_namespace, "web");

        await _plane.Change<Pod>(_namespace, "a", one => one with { Metadata = one.Metadata! with { Annotations = new Dictionary<string, string> { ["note"] = "x" } } });
        await _plane.Change<Service>(_namespace, "web", one => one with { Metadata = one.Metadata! with { Annotations = new Dictionary<string, string> { ["note"] = "x" } } });
        await _plane.Quiet();

        Assert.Equal(slice.Metadata!.ResourceVersion, Assert.Single(await _plane.List<EndpointSlice>(_namespace, Slices)).Metadata!.ResourceVersion);
        Assert.Equal(endpoints!.Metadata!.ResourceVersion, (await _plane.Get<Endpoints>(_namespace, "web"))!.Metadata!.ResourceVersion);
        Assert.NotNull(pod);
    }

    [Fact]
    public async Task Publish_pods_that_are_not_ready_when_they_say_so()
    {
        var service = Service();
        await _plane.Create(service with { Spec = service.Spec! with { PublishNotReadyAddresses = true, ClusterIP = "None" } });
        await _plane.NotReady(await _plane.Create(Pod("a", hostname: "a", subdomain: "web")));
        await _plane.Quiet();

        var slice = Assert.Single(await _plane.List<EndpointSlice>(_namespace, Slices));
        Assert.Contains("service.kubernetes.io/headless", slice.Metadata!.Labels!.Keys);
        Assert.Equal(("a", true, false), (slice.Endpoints![0].Hostname, slice.Endpoints[0].Conditions!.Ready, slice.Endpoints[0].Conditions!.Serving));
        Assert.Equal("a", Assert.Single(Assert.Single((await _plane.Get<Endpoints>(_namespace, "web"))!.Subsets!).Addresses!).Hostname);
    }

    [Fact]
    public async Task Prefer_their_zone_when_they_say_so()
    {
        var service = Service();
        await _plane.Create(service with { Spec = service.Spec! with { TrafficDistribution = "PreferClose" } });
        await _plane.Ready(await _plane.Create(Pod("a")));
        await _plane.Quiet();
        Assert.Equal("north", Assert.Single(Assert.Single(await _plane.List<EndpointSlice>(_namespace, Slices)).Endpoints![0].Hints!.ForZones!).Name);

        await _plane.Change<Service>(_namespace, "web", one => one with { Spec = one.Spec! with { TrafficDistribution = null } });
        await _plane.Quiet();
        Assert.Null(Assert.Single(await _plane.List<EndpointSlice>(_namespace, Slices)).Endpoints![0].Hints);
    }

    [Fact]
    public async Task Find_named_ports_in_each_pod()
    {
        var service = Service();
        await _plane.Create(service with { Spec = service.Spec! with { Ports = [new() { Name = "http", Port = 80, TargetPort = IntOrString.Of("web") }] } });
        await _plane.Ready(await _plane.Create(Pod("a", port: 8080)));
        await _plane.Ready(await _plane.Create(Pod("b", port: 9090)));
        await _plane.Quiet();

        Assert.Equal([8080, 9090], (await _plane.List<EndpointSlice>(_namespace, Slices)).Select(slice => slice.Ports![0].Port!.Value).Order());
        Assert.Equal([8080, 9090], (await _plane.Get<Endpoints>(_namespace, "web"))!.Subsets!.Select(subset => subset.Ports![0].Port).Order());
    }

    [Fact]
    public async Task Take_their_endpoints_with_them_but_leave_those_of_users()
    {
        await _plane.Create(Service());
        await _plane.Create(Custom("alone"));
        await _plane.Quiet();
        await _plane.Delete<Service>(_namespace, "web");
        await _plane.UntilGone<Endpoints>(_namespace, "web");
        await _plane.Quiet();

        Assert.NotNull(await _plane.Get<Endpoints>(_namespace, "alone"));
    }

    [Fact]
    public async Task Get_pods_of_a_node_that_comes_later()
    {
        await _plane.Create(Service());
        await _plane.Ready(await _plane.Create(Pod("a")), node: "late");
        await _plane.Quiet();
        Assert.Empty(Assert.Single(await _plane.List<EndpointSlice>(_namespace, Slices)).Endpoints!);

        await _plane.Create(new Node { Metadata = new() { Name = "late" } });
        await _plane.Quiet();
        Assert.Single(Assert.Single(await _plane.List<EndpointSlice>(_namespace, Slices)).Endpoints!);
    }

    [Fact]
    public async Task Without_a_selector_are_mirrored_from_the_endpoints_of_their_user()
    {
        var service = Service();
        await _plane.Create(service with { Spec = service.Spec! with { Selector = null } });
        await _plane.Create(Custom("web"));
        await _plane.Quiet();
        var slice = Assert.Single(await _plane.List<EndpointSlice>(_namespace, Mirrored));
        Assert.Equal([("192.0.2.1", true), ("192.0.2.2", false)], slice.Endpoints!.Select(one => (one.Addresses![0], one.Conditions!.Ready == true)).OrderByDescending(one => one.Item2));
        Assert.Equal("Endpoints", Assert.Single(slice.Metadata!.OwnerReferences!).Kind);

        await _plane.Change<Endpoints>(_namespace, "web", one => one with { Metadata = one.Metadata! with { Labels = new Dictionary<string, string> { ["endpointslice.kubernetes.io/skip-mirror"] = "true" } } });
        await _plane.Quiet();
        Assert.Empty(await _plane.List<EndpointSlice>(_namespace, Mirrored));
    }

    private Service Service() => new()
    {
        Metadata = new() { Name = "web", Namespace = _namespace, Labels = new Dictionary<string, string> { ["app"] = "web" } },
        Spec = new() { Selector = new Dictionary<string, string> { ["app"] = "web" }, Ports = [new() { Name = "http", Port = 80, TargetPort = IntOrString.Of(8080) }] },
    };

    private Endpoints Custom(string name) => new()
    {
        Metadata = new() { Name = name, Namespace = _namespace },
        Subsets = [new() { Addresses = [new() { Ip = "192.0.2.1" }], NotReadyAddresses = [new() { Ip = "192.0.2.2" }], Ports = [new EndpointPort { Name = "http", Port = 80, Protocol = "TCP" }] }],
    };

    private Pod Pod(string name, int port = 8080, string? hostname = null, string? subdomain = null) => new()
    {
        Metadata = new() { Name = name, Namespace = _namespace, Labels = new Dictionary<string, string> { ["app"] = "web" } },
        Spec = new()
        {
            Hostname = hostname,
            Subdomain = subdomain,
            Containers = [new() { Name = "c", Image = "nginx", Ports = [new() { Name = "web", ContainerPortValue = port, Protocol = "TCP" }] }],
        },
    };
}
