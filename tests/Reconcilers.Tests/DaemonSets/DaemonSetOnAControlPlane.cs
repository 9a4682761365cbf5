using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Values;
using CloudletK8s.Reconcilers.DaemonSets;
using CloudletK8s.TestKit.Controllers;

namespace CloudletK8s.Reconcilers.Tests.DaemonSets;

public sealed class DaemonSetOnAControlPlane : IAsyncLifetime
{
    private readonly ManualTime _time = new();
    private ControlPlane _plane = null!;
    private string _namespace = "";

    public async Task InitializeAsync()
    {
        _plane = await ControlPlane.Start(services => [new DaemonSetController(services)], _time);
        _namespace = await _plane.Namespace();
        foreach (var node in new[] { "a", "b", "c" })
            await _plane.Create(new Node { Metadata = new() { Name = node, Labels = new Dictionary<string, string> { ["disk"] = node == "c" ? "slow" : "fast" } } });
    }

    public Task DisposeAsync() => _plane.DisposeAsync().AsTask();

    [Fact]
    public async Task Puts_a_pod_on_every_node_that_the_scheduler_can_place_only_there()
    {
        await Create();
        await Settle();

        Assert.Equal(["a", "b", "c"], await Nodes());
        var pod = (await _plane.List<Pod>(_namespace))[0];
        Assert.Equal(
            ["not-ready NoExecute", "unreachable NoExecute", "disk-pressure NoSchedule", "memory-pressure NoSchedule", "pid-pressure NoSchedule", "unschedulable NoSchedule"],
            pod.Spec!.Tolerations!.Select(toleration => $"{toleration.Key!["node.kubernetes.io/".Length..]} {toleration.Effect}"));
        var status = await Status();
        Assert.Equal((3, 3, 3, 3, 3), (
            status.DesiredNumberScheduled, status.CurrentNumberScheduled, status.NumberReady, status.NumberAvailable, status.UpdatedNumberScheduled));
        Assert.Equal((0, 0), (status.NumberUnavailable, status.NumberMisscheduled));
        var revision = Assert.Single(await _plane.List<ControllerRevision>(_namespace));
        Assert.Equal(revision.Metadata!.Labels![DaemonPods.HashLabel], pod.Metadata!.Labels![DaemonPods.HashLabel]);
    }

    [Fact]
    public async Task Follows_the_labels_and_taints_of_nodes()
    {
        await Create(spec => spec with { Template = Template(pod => pod with { NodeSelector = new Dictionary<string, string> { ["disk"] = "fast" } }) });
        await Settle();
        Assert.Equal(["a", "b"], await Nodes());

        await _plane.Change<Node>("", "c", node => node with { Metadata = node.Metadata! with { Labels = new Dictionary<string, string> { ["disk"] = "fast" } } });
        await _plane.Change<Node>("", "a", node => node with { Spec = new() { Taints = [new() { Key = "x", Effect = "NoExecute" }] } });
        await _plane.Change<Node>("", "b", node => node with { Spec = new() { Taints = [new() { Key = "x", Effect = "NoSchedule" }] } });
        await Settle();

        // What is there may stay on a node that takes no more.
        Assert.Equal(["b", "c"], await Nodes());
        Assert.Equal((1, 1), ((await Status()).DesiredNumberScheduled, (await Status()).NumberMisscheduled));
    }

    [Fact]
    public async Task Changes_over_node_by_node()
    {
        await Create();
        await Settle();
        await Image("web:2");

        for (var round = 0; round < 10; round++)
        {
            await _plane.Quiet();
            Assert.True(await Unready() <= 1);
            await Nudge();
        }

        await _plane.Quiet();
        Assert.All(await _plane.List<Pod>(_namespace), pod => Assert.Equal("web:2", pod.Spec!.Containers![0].Image));
        Assert.Equal(3, (await Status()).UpdatedNumberScheduled);
    }

    [Fact]
    public async Task Starts_the_new_pod_before_the_old_one_goes_when_it_may_surge()
    {
        await Create(spec => spec with
        {
            UpdateStrategy = new() { Type = "RollingUpdate", RollingUpdate = new() { MaxSurge = IntOrString.Of(1), MaxUnavailable = IntOrString.Of(0) } },
        });
        await Settle();
        await Image("web:2");
        await _plane.Quiet();
        Assert.Equal(4, (await _plane.List<Pod>(_namespace)).Count);

        for (var round = 0; round < 10; round++)
        {
            await _plane.Quiet();
            var pods = await _plane.List<Pod>(_namespace);
            Assert.InRange(pods.Count(pod => pod.Metadata!.DeletionTimestamp is null), 3, 4);
            Assert.Equal(3, pods.Where(IsReady).Select(DaemonPods.NodeOf).Distinct().Count());
            await Nudge();
        }

        await _plane.Quiet();
        Assert.All(await _plane.List<Pod>(_namespace), pod => Assert.Equal("web:2", pod.Spec!.Containers![0].Image));
        Assert.Equal(["a", "b", "c"], await Nodes());
    }

    [Fact]
    public async Task Waits_longer_each_time_a_pod_fails_on_a_node()
    {
        await Create();
        await Settle();
        await Fail("a");
        await _plane.Quiet();
        await _plane.EndTerminating(_namespace);
        await _plane.Quiet();
        var second = await On("a");
        Assert.Null(second.Status?.Phase is "Failed" ? second : null);

        await Fail("a");
        await _plane.Quiet();
        Assert.Null((await On("a")).Metadata!.DeletionTimestamp);

        _time.Advance(TimeSpan.FromSeconds(1));
        await _plane.Quiet();
        await _plane.EndTerminating(_namespace);
        await _plane.Quiet();
        Assert.NotEqual(second.Metadata!.Name, (await On("a")).Metadata!.Name);
        Assert.Contains(await _plane.EventsOf(_namespace, "web"), told => told.StartsWith("Warning FailedDaemonPod Found failed daemon pod", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Goes_back_to_a_template_under_a_new_number()
    {
        await Create();
        await Settle();
        await Image("web:2");
        await Settle();
        await Image("web:1");
        await Settle();

        Assert.Equal([2L, 3L], (await _plane.List<ControllerRevision>(_namespace)).Select(revision => revision.Revision).Order());
        Assert.All(await _plane.List<Pod>(_namespace), pod => Assert.Equal("web:1", pod.Spec!.Containers![0].Image));
    }

    [Fact]
    public async Task Gives_up_pods_that_wait_for_a_node_that_is_gone()
    {
        await Create();
        await _plane.Quiet();
        await _plane.Delete<Node>("", "b");
        await _plane.Quiet();

        Assert.Equal(["a", "c"], await Nodes());
    }

    private Task Create(Func<DaemonSetSpec, DaemonSetSpec>? change = null)
    {
        var spec = new DaemonSetSpec { Selector = new() { MatchLabels = Labels }, Template = Template() };
        return _plane.Create(new DaemonSet { Metadata = new() { Name = "web", Namespace = _namespace }, Spec = change?.Invoke(spec) ?? spec });
    }

    private static PodTemplateSpec Template(Func<PodSpec, PodSpec>? change = null)
    {
        var spec = new PodSpec { Containers = [new() { Name = "c", Image = "web:1" }] };
        return new() { Metadata = new() { Labels = Labels }, Spec = change?.Invoke(spec) ?? spec };
    }

    private static Dictionary<string, string> Labels => new() { ["app"] = "web" };

    private Task Image(string image) => _plane.Change<DaemonSet>(_namespace, "web", set => set with
    {
        Spec = set.Spec! with { Template = Template(pod => pod with { Containers = [new() { Name = "c", Image = image }] }) },
    });

    private async Task Settle()
    {
        for (var round = 0; round < 8; round++)
        {
            await _plane.Quiet();
            await Nudge();
        }

        await _plane.Quiet();
    }

    /// <summary>The nodes do their part once.</summary>
    private async Task Nudge()
    {
        await _plane.EndTerminating(_namespace);
        foreach (var pod in await _plane.List<Pod>(_namespace))
        {
            if (pod.Metadata!.DeletionTimestamp is null && pod.Status?.Phase != "Failed")
                await _plane.Ready(pod, DaemonPods.NodeOf(pod)!);
        }
    }

    private async Task Fail(string node) => await _plane.Finish(await On(node), "Failed", exitCode: 1);

    private async Task<Pod> On(string node) => (await _plane.List<Pod>(_namespace)).Single(pod => DaemonPods.NodeOf(pod) == node);

    private async Task<IEnumerable<string?>> Nodes() => (await _plane.List<Pod>(_namespace)).Select(DaemonPods.NodeOf).Order(StringComparer.Ordinal);

    private async Task<int> Unready() => 3 - (await _plane.List<Pod>(_namespace)).Count(IsReady);

    private async Task<DaemonSetStatus> Status() => (await _plane.Get<DaemonSet>(_namespace, "web"))!.Status!;

    private static bool IsReady(Pod pod) => pod.Metadata!.DeletionTimestamp is null
        && pod.Status?.Conditions?.Any(condition => condition is { Type: "Ready", Status: "True" }) == true;
}
