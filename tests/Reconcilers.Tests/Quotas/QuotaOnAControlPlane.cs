using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Values;
using CloudletK8s.Reconcilers.Quotas;
using CloudletK8s.TestKit.Controllers;

namespace CloudletK8s.Reconcilers.Tests.Quotas;

public sealed class QuotaOnAControlPlane : IAsyncLifetime
{
    private readonly ManualTime _time = new();
    private ControlPlane _plane = null!;
    private string _namespace = "";

    public async Task InitializeAsync()
    {
        _plane = await ControlPlane.Start(services => [new QuotaController(services)], _time);
        _namespace = await _plane.Namespace();
    }

    public Task DisposeAsync() => _plane.DisposeAsync().AsTask();

    [Fact]
    public async Task Counts_what_is_there_when_it_is_made()
    {
        await _plane.Create(Pod("one"));
        await _plane.Create(new ConfigMap { Metadata = new() { Name = "c", Namespace = _namespace } });
        await Quota(new() { ["pods"] = "5", ["requests.cpu"] = "1", ["configmaps"] = "9", ["count/leases.coordination.k8s.io"] = "3", ["count/gadgets.example.com"] = "3" });

        Assert.Equal("configmaps=1,count/gadgets.example.com=0,count/leases.coordination.k8s.io=0,pods=1,requests.cpu=100m", await Used());
    }

    [Fact]
    public async Task Takes_off_what_is_deleted_or_has_ended()
    {
        await Quota(new() { ["pods"] = "5", ["requests.cpu"] = "1" });
        await _plane.Create(Pod("one"));
        await _plane.Create(Pod("two"));
        await _plane.Create(Pod("three"));
        Assert.Equal("pods=3,requests.cpu=300m", await Used());
        _time.Advance(TimeSpan.FromSeconds(5));

        await _plane.Delete<Pod>(_namespace, "one");
        Assert.Equal("pods=2,requests.cpu=200m", await Used());

        await _plane.Finish((await _plane.Get<Pod>(_namespace, "two"))!, "Succeeded");
        Assert.Equal("pods=1,requests.cpu=100m", await Used());
    }

    [Fact]
    public async Task Takes_off_objects_of_kinds_that_it_only_numbers()
    {
        await Quota(new() { ["configmaps"] = "5", ["count/configmaps"] = "6" });
        await _plane.Create(new ConfigMap { Metadata = new() { Name = "c", Namespace = _namespace } });
        Assert.Equal("configmaps=1,count/configmaps=1", await Used());
        _time.Advance(TimeSpan.FromSeconds(5));

        await _plane.Delete<ConfigMap>(_namespace, "c");

        Assert.Equal("configmaps=0,count/configmaps=0", await Used());
    }

    [Fact]
    public async Task Waits_with_what_was_charged_just_now()
    {
        await Quota(new() { ["pods"] = "5" });
        await _plane.Create(Pod("one"));
        await _plane.Quiet();
        await _plane.Change<ResourceQuota>(_namespace, "limit", quota => quota with
        {
            // As the API server does for a pod that is still to be stored.
            Status = quota.Status! with { Used = new Dictionary<string, Quantity> { ["pods"] = Quantity.Of(2) } },
        }, status: true);
        await _plane.Delete<Pod>(_namespace, "one");
        Assert.Equal("pods=2", await Used());

        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("pods=0", await Used());
    }

    [Fact]
    public async Task Follows_its_limits()
    {
        await Quota(new() { ["pods"] = "5" });
        await _plane.Create(new Service { Metadata = new() { Name = "s", Namespace = _namespace }, Spec = new() { Type = "NodePort", Ports = [new() { Port = 80 }] } });
        await _plane.Change<ResourceQuota>(_namespace, "limit", quota => quota with
        {
            Spec = quota.Spec! with { Hard = new Dictionary<string, Quantity> { ["services"] = Quantity.Of(4), ["services.nodeports"] = Quantity.Of(2) } },
        });

        Assert.Equal("services=1,services.nodeports=1", await Used());
    }

    [Fact]
    public async Task Counts_only_pods_of_its_scope()
    {
        await _plane.Create(Pod("ends") with { Spec = Pod("ends").Spec! with { ActiveDeadlineSeconds = 60 } });
        await _plane.Create(Pod("runs"));
        await _plane.Create(new ResourceQuota
        {
            Metadata = new() { Name = "limit", Namespace = _namespace },
            Spec = new() { Hard = new Dictionary<string, Quantity> { ["pods"] = Quantity.Of(4) }, Scopes = ["Terminating"] },
        });

        Assert.Equal("pods=1", await Used());
    }

    private Task Quota(Dictionary<string, string> hard) => _plane.Create(new ResourceQuota
    {
        Metadata = new() { Name = "limit", Namespace = _namespace },
        Spec = new() { Hard = hard.ToDictionary(pair => pair.Key, pair => Quantity.Parse(pair.Value)) },
    }).ContinueWith(_ => _plane.Quiet(), TaskScheduler.Default).Unwrap();

    private async Task<string> Used()
    {
        await _plane.Quiet();
        var quota = (await _plane.Get<ResourceQuota>(_namespace, "limit"))!;
        Assert.Equal(quota.Spec!.Hard!.Keys.Order(StringComparer.Ordinal), quota.Status!.Hard!.Keys.Order(StringComparer.Ordinal));
        return string.Join(',', quota.Status!.Used!.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));
    }

    private Pod Pod(string name) => new()
    {
        Metadata = new() { Name = name, Namespace = _namespace },
        Spec = new() { Containers = [new() { Name = "c", Image = "nginx", Resources = new() { Requests = new Dictionary<string, Quantity> { ["cpu"] = Quantity.Parse("100m") } } }] },
    };
}
