using CloudletK8s.Api.Coordination.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Values;
using CloudletK8s.Reconcilers.NodeLifecycle;
using CloudletK8s.Reconcilers.Nodes;
using CloudletK8s.Reconcilers.TaintEviction;
using CloudletK8s.Reconcilers.ZoneEviction;
using CloudletK8s.TestKit.Controllers;

namespace CloudletK8s.Reconcilers.Tests.NodeLifecycle;

public sealed class NodeThatFallsSilent : IAsyncLifetime
{
    private readonly ManualTime _time = new();
    private ControlPlane _plane = null!;
    private string _namespace = "";

    public async Task InitializeAsync()
    {
        _plane = await ControlPlane.Start(
            services => [new NodeLifecycleController(services), new ZoneEvictionController(services), new TaintEvictionController(services)], _time);
        _namespace = await _plane.Namespace();
        await Join("node-1");
        await Join("node-2");
    }

    public Task DisposeAsync() => _plane.DisposeAsync().AsTask();

    [Fact]
    public async Task Is_unknown_after_the_grace_period()
    {
        var pod = await _plane.Ready(await _plane.Create(Pod("a")));
        await Pass(TimeSpan.FromSeconds(60), "node-2");

        var node = (await _plane.Get<Node>("", "node-1"))!;
        var ready = node.Condition("Ready")!;
        Assert.Equal(("Unknown", "NodeStatusUnknown", "Kubelet stopped posting node status."), (ready.Status, ready.Reason, ready.Message));
        Assert.Equal("NodeStatusNeverUpdated", node.Condition("DiskPressure")!.Reason);
        Assert.Equal(["NoExecute", "NoSchedule"], node.Spec!.Taints!.Where(taint => taint.Key == "node.kubernetes.io/unreachable").Select(taint => taint.Effect).Order());
        Assert.Equal("False", (await _plane.Get<Pod>(_namespace, "a"))!.Status!.Conditions!.Single(condition => condition.Type == "Ready").Status);
        Assert.Contains("Normal NodeNotReady Node node-1 status is now: NodeNotReady", await _plane.EventsOf("default", "node-1"));
        Assert.Contains("Warning NodeNotReady Node is not ready", await _plane.EventsOf(_namespace, "a"));
        Assert.Equal("True", (await _plane.Get<Node>("", "node-2"))!.ReadyStatus());
        Assert.NotNull(pod);
    }

    [Fact]
    public async Task Loses_its_pods_when_their_time_is_over()
    {
        await _plane.Ready(await _plane.Create(Pod("a")));
        await Pass(TimeSpan.FromSeconds(60), "node-2");
        await Pass(TimeSpan.FromSeconds(280), "node-2");
        Assert.Null((await _plane.Get<Pod>(_namespace, "a"))!.Metadata!.DeletionTimestamp);

        await Pass(TimeSpan.FromSeconds(30), "node-2");

        var pod = await _plane.Get<Pod>(_namespace, "a");
        Assert.NotNull(pod!.Metadata!.DeletionTimestamp);
        Assert.Equal("DeletionByTaintManager", pod.Status!.Conditions!.Single(condition => condition.Type == "DisruptionTarget").Reason);
        Assert.Contains($"Normal TaintManagerEviction Marking for deletion Pod {_namespace}/a", await _plane.EventsOf(_namespace, "a"));
    }

    [Fact]
    public async Task Keeps_them_when_it_is_back_in_time()
    {
        await _plane.Ready(await _plane.Create(Pod("a")));
        await Pass(TimeSpan.FromSeconds(120), "node-2");

        await Report("node-1", "True");
        await Pass(TimeSpan.FromSeconds(400), "node-1", "node-2");

        Assert.Empty((await _plane.Get<Node>("", "node-1"))!.Spec!.Taints ?? []);
        Assert.Null((await _plane.Get<Pod>(_namespace, "a"))!.Metadata!.DeletionTimestamp);
        Assert.Contains($"Normal TaintManagerEviction Cancelling deletion of Pod {_namespace}/a", await _plane.EventsOf(_namespace, "a"));
    }

    [Fact]
    public async Task Is_not_written_while_it_renews_its_lease()
    {
        await _plane.Quiet();
        var before = (await _plane.Get<Node>("", "node-1"))!.Metadata!.ResourceVersion;

        await Pass(TimeSpan.FromMinutes(10), "node-1", "node-2");

        Assert.Equal(before, (await _plane.Get<Node>("", "node-1"))!.Metadata!.ResourceVersion);
    }

    [Fact]
    public async Task Is_believed_though_its_clock_is_wrong()
    {
        await Pass(TimeSpan.FromMinutes(2), skew: TimeSpan.FromHours(-3), "node-1", "node-2");

        Assert.Equal("True", (await _plane.Get<Node>("", "node-1"))!.ReadyStatus());
    }

    [Fact]
    public async Task Is_given_a_minute_when_it_never_spoke()
    {
        await _plane.Create(new Node { Metadata = new() { Name = "mute" } });
        await Pass(TimeSpan.FromSeconds(55), "node-1", "node-2");
        Assert.Null((await _plane.Get<Node>("", "mute"))!.Condition("Ready"));

        await Pass(TimeSpan.FromSeconds(20), "node-1", "node-2");

        Assert.Equal("NodeStatusNeverUpdated", (await _plane.Get<Node>("", "mute"))!.Condition("Ready")!.Reason);
    }

    [Fact]
    public async Task Keeps_its_pods_for_good_when_it_is_autonomous()
    {
        await _plane.Change<Node>("", "node-1", node => node with { Metadata = node.Metadata! with { Annotations = new Dictionary<string, string> { ["cloudlet.dev/autonomous"] = "true" } } });
        await _plane.Ready(await _plane.Create(Pod("a")));

        await Pass(TimeSpan.FromMinutes(20), "node-2");

        Assert.Equal("NoSchedule", Assert.Single((await _plane.Get<Node>("", "node-1"))!.Spec!.Taints!).Effect);
        Assert.Null((await _plane.Get<Pod>(_namespace, "a"))!.Metadata!.DeletionTimestamp);
    }

    [Fact]
    public async Task Takes_nobodys_pods_along_when_all_are_silent()
    {
        await _plane.Ready(await _plane.Create(Pod("a")));

        await Pass(TimeSpan.FromMinutes(20));

        Assert.Equal("Unknown", (await _plane.Get<Node>("", "node-1"))!.ReadyStatus());
        Assert.DoesNotContain((await _plane.Get<Node>("", "node-1"))!.Spec!.Taints!, taint => taint.Effect == "NoExecute");
        Assert.Null((await _plane.Get<Pod>(_namespace, "a"))!.Metadata!.DeletionTimestamp);
    }

    [Fact]
    public async Task Shows_pressure_and_cordons_as_taints()
    {
        await _plane.Change<Node>("", "node-1", node => node with { Spec = node.Spec! with { Unschedulable = true } });
        await _plane.Change<Node>("", "node-1", node => node with { Status = node.Status! with { Conditions = [.. node.Status.Conditions!, new() { Type = "DiskPressure", Status = "True" }] } }, status: true);
        await _plane.Quiet();

        Assert.Equal(
            ["node.kubernetes.io/disk-pressure", "node.kubernetes.io/unschedulable"],
            (await _plane.Get<Node>("", "node-1"))!.Spec!.Taints!.Select(taint => taint.Key).Order());
    }

    private Pod Pod(string name) => new()
    {
        Metadata = new() { Name = name, Namespace = _namespace },
        Spec = new() { Containers = [new() { Name = "c", Image = "nginx" }] },
    };

    private async Task Join(string name)
    {
        await _plane.Create(new Node { Metadata = new() { Name = name, Labels = new Dictionary<string, string> { ["kubernetes.io/os"] = "linux", ["kubernetes.io/arch"] = "arm64" } } });
        await Report(name, "True");
        await _plane.Create(new Lease { Metadata = new() { Name = name, Namespace = "kube-node-lease" }, Spec = new() { HolderIdentity = name, RenewTime = new MicroTime(_time.GetUtcNow()) } });
        await _plane.Quiet();
    }

    private Task Report(string name, string ready) => _plane.Change<Node>("", name, node => node with
    {
        Status = (node.Status ?? new()) with
        {
            Conditions = [new() { Type = "Ready", Status = ready, Reason = "KubeletReady", LastHeartbeatTime = _time.GetUtcNow(), LastTransitionTime = _time.GetUtcNow() }],
        },
    }, status: true);

    private Task Pass(TimeSpan span, params string[] alive) => Pass(span, TimeSpan.Zero, alive);

    /// <summary>Time goes by in steps of ten seconds, in which those alive renew their lease.</summary>
    private async Task Pass(TimeSpan span, TimeSpan skew, params string[] alive)
    {
        for (var left = span; left > TimeSpan.Zero; left -= TimeSpan.FromSeconds(10))
        {
            _time.Advance(left < TimeSpan.FromSeconds(10) ? left : TimeSpan.FromSeconds(10));
            foreach (var name in alive)
                await _plane.Change<Lease>("kube-node-lease", name, lease => lease with { Spec = lease.Spec! with { RenewTime = new MicroTime(_time.GetUtcNow() + skew) } });
            await _plane.Quiet();
        }
    }
}
