using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Reconcilers.Namespaces;
using CloudletK8s.TestKit.Controllers;

namespace CloudletK8s.Reconcilers.Tests.Namespaces;

public sealed class NamespaceThatIsDeleted : IAsyncLifetime
{
    private readonly ManualTime _time = new();
    private ControlPlane _plane = null!;
    private string _namespace = "";

    public async Task InitializeAsync()
    {
        _plane = await ControlPlane.Start(services => [new NamespaceController(services)], _time);
        _namespace = await _plane.Namespace();
    }

    public Task DisposeAsync() => _plane.DisposeAsync().AsTask();

    [Fact]
    public async Task Goes_with_everything_in_it()
    {
        await Map("one");
        await _plane.Create(new Deployment
        {
            Metadata = new() { Name = "web", Namespace = _namespace },
            Spec = new() { Selector = new() { MatchLabels = Labels }, Template = new() { Metadata = new() { Labels = Labels }, Spec = new() { Containers = [new() { Name = "c", Image = "i" }] } } },
        });

        await _plane.Delete<Namespace>("", _namespace);
        await _plane.Quiet();

        Assert.Null(await _plane.Get<Namespace>("", _namespace));
        Assert.Empty(await _plane.List<ConfigMap>(_namespace));
        Assert.Empty(await _plane.List<Deployment>(_namespace));
    }

    [Fact]
    public async Task Leaves_others_alone()
    {
        var other = await _plane.Namespace();
        await _plane.Create(new ConfigMap { Metadata = new() { Name = "one", Namespace = other } });

        await _plane.Delete<Namespace>("", _namespace);
        await _plane.Quiet();

        Assert.Equal("Active", (await _plane.Get<Namespace>("", other))!.Status!.Phase);
        Assert.Single(await _plane.List<ConfigMap>(other));
    }

    [Fact]
    public async Task Says_what_holds_it_and_goes_when_that_does()
    {
        await Map("held", "example.com/hold");
        await Map("also-held", "example.com/hold");

        await _plane.Delete<Namespace>("", _namespace);
        await _plane.Quiet();

        var status = (await _plane.Get<Namespace>("", _namespace))!.Status!;
        Assert.Equal(
            [
                "NamespaceDeletionDiscoveryFailure False ResourcesDiscovered All resources successfully discovered",
                "NamespaceDeletionGroupVersionParsingFailure False ParsedGroupVersions All legacy kube types successfully parsed",
                "NamespaceDeletionContentFailure False ContentDeleted All content successfully deleted, may be waiting on finalization",
                "NamespaceContentRemaining True SomeResourcesRemain Some resources are remaining: configmaps. has 2 resource instances",
                "NamespaceFinalizersRemaining True SomeFinalizerRemain Some finalizers are remaining: example.com/hold in 2 resource instances",
            ],
            status.Conditions!.Select(condition => $"{condition.Type} {condition.Status} {condition.Reason} {condition.Message}"));

        foreach (var name in (string[])["held", "also-held"])
            await _plane.Change<ConfigMap>(_namespace, name, map => map with { Metadata = map.Metadata! with { Finalizers = [] } });
        await _plane.Quiet();
        Assert.Null(await _plane.Get<Namespace>("", _namespace));
    }

    [Fact]
    public async Task Waits_for_pods_before_it_takes_what_they_run_under()
    {
        await Map("settings");
        var pod = await _plane.Create(new Pod { Metadata = new() { Name = "pod", Namespace = _namespace }, Spec = new() { Containers = [new() { Name = "c", Image = "i" }] } });
        await _plane.Ready(pod);

        await _plane.Client.Delete<Namespace>(new("", _namespace), new(), CancellationToken.None);
        await _plane.Quiet();
        Assert.NotNull((await _plane.Get<Pod>(_namespace, "pod"))!.Metadata!.DeletionTimestamp);
        Assert.Null((await _plane.Get<ConfigMap>(_namespace, "settings"))!.Metadata!.DeletionTimestamp);

        await _plane.EndTerminating(_namespace);
        await _plane.Quiet();
        Assert.Null(await _plane.Get<Namespace>("", _namespace));
    }

    [Fact]
    public async Task Stays_while_somebody_elses_finalizer_is_in_its_spec()
    {
        var held = await _plane.Create(new Namespace { Metadata = new() { Name = "held" }, Spec = new() { Finalizers = ["example.com/mine"] } });
        await _plane.Delete<Namespace>("", "held");
        await _plane.Quiet();

        var left = await _plane.Get<Namespace>("", "held");
        Assert.Equal(["example.com/mine"], left!.Spec!.Finalizers!);
        Assert.All(left.Status!.Conditions!, condition => Assert.Equal("False", condition.Status));
        Assert.NotNull(held);
    }

    [Fact]
    public async Task Goes_with_thousands_of_objects()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 10_000), new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (i, _) => await Map($"map-{i}"));

        await _plane.Delete<Namespace>("", _namespace);
        await _plane.Quiet();

        Assert.Null(await _plane.Get<Namespace>("", _namespace));
        Assert.Empty(await _plane.List<ConfigMap>(_namespace));
    }

    private static Dictionary<string, string> Labels => new() { ["app"] = "web" };

    private Task<ConfigMap> Map(string name, params string[] finalizers) =>
        _plane.Create(new ConfigMap { Metadata = new() { Name = name, Namespace = _namespace, Finalizers = finalizers } });
}
