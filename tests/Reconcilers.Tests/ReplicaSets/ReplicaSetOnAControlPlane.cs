using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Reconcilers.ReplicaSets;
using CloudletK8s.TestKit.Controllers;

namespace CloudletK8s.Reconcilers.Tests.ReplicaSets;

public sealed class ReplicaSetOnAControlPlane : IAsyncLifetime
{
    private readonly ManualTime _time = new();
    private ControlPlane _plane = null!;
    private string _namespace = "";

    public async Task InitializeAsync()
    {
        _plane = await ControlPlane.Start(services => [new ReplicaSetController(services)], _time);
        _namespace = await _plane.Namespace();
    }

    public Task DisposeAsync() => _plane.DisposeAsync().AsTask();

    [Fact]
    public async Task Makes_its_pods_and_counts_them_as_they_get_ready()
    {
        await _plane.Create(Set(3));
        await _plane.Quiet();
        await _plane.AllReady(_namespace);
        await _plane.Quiet();

        var set = await _plane.Get<ReplicaSet>(_namespace, "web");
        Assert.Equal((3, 3, 3), (set!.Status!.Replicas, set.Status.ReadyReplicas, set.Status.AvailableReplicas));
        Assert.All(await _plane.EventsOf(_namespace, "web"), told => Assert.StartsWith("Normal SuccessfulCreate Created pod: web-", told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Counts_a_ready_pod_as_available_only_after_its_time()
    {
        await _plane.Create(Set(1) with { Spec = Set(1).Spec! with { MinReadySeconds = 10 } });
        await _plane.Quiet();
        await _plane.AllReady(_namespace);
        await _plane.Quiet();
        Assert.Equal(0, (await _plane.Get<ReplicaSet>(_namespace, "web"))!.Status!.AvailableReplicas);

        _time.Advance(TimeSpan.FromSeconds(10));
        await _plane.Quiet();

        Assert.Equal(1, (await _plane.Get<ReplicaSet>(_namespace, "web"))!.Status!.AvailableReplicas);
    }

    [Fact]
    public async Task Replaces_a_pod_under_another_name()
    {
        await _plane.Create(Set(2));
        await _plane.Quiet();
        var lost = (await _plane.List<Pod>(_namespace))[0].Metadata!.Name!;

        await _plane.Delete<Pod>(_namespace, lost);
        await _plane.Quiet();

        var names = (await _plane.List<Pod>(_namespace)).Select(pod => pod.Metadata!.Name).ToList();
        Assert.Equal(2, names.Count);
        Assert.DoesNotContain(lost, names);
    }

    [Fact]
    public async Task Gives_up_pods_that_are_not_ready_first()
    {
        await _plane.Create(Set(3));
        await _plane.Quiet();
        var pods = await _plane.List<Pod>(_namespace);
        await _plane.Ready(pods[0]);
        await _plane.Change<ReplicaSet>(_namespace, "web", set => set with { Spec = set.Spec! with { Replicas = 1 } });
        await _plane.Quiet();

        Assert.Equal(pods[0].Metadata!.Name, Assert.Single(await _plane.List<Pod>(_namespace)).Metadata!.Name);
    }

    [Fact]
    public async Task Adopts_orphans_and_lets_go_what_it_no_longer_selects()
    {
        await _plane.Create(Pod("stray"));
        await _plane.Create(Set(1));
        await _plane.Quiet();
        Assert.Equal("web", Assert.Single(Assert.Single(await _plane.List<Pod>(_namespace)).Metadata!.OwnerReferences!).Name);

        await _plane.Change<Pod>(_namespace, "stray", pod => pod with { Metadata = pod.Metadata! with { Labels = new Dictionary<string, string>() } });
        await _plane.Quiet();

        Assert.Empty((await _plane.Get<Pod>(_namespace, "stray"))!.Metadata!.OwnerReferences ?? []);
        Assert.Equal(2, (await _plane.List<Pod>(_namespace)).Count);
    }

    private ReplicaSet Set(int replicas) => new()
    {
        Metadata = new() { Name = "web", Namespace = _namespace },
        Spec = new() { Replicas = replicas, Selector = new() { MatchLabels = Labels }, Template = new() { Metadata = new() { Labels = Labels }, Spec = Spec } },
    };

    private Pod Pod(string name) => new() { Metadata = new() { Name = name, Namespace = _namespace, Labels = Labels }, Spec = Spec };

    private static Dictionary<string, string> Labels => new() { ["app"] = "web" };

    private static PodSpec Spec => new() { Containers = [new() { Name = "c", Image = "nginx" }] };
}
