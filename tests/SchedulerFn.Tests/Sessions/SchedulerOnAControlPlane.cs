using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Values;
using CloudletK8s.SchedulerFn.Sessions;
using CloudletK8s.TestKit.Controllers;

namespace CloudletK8s.SchedulerFn.Tests.Sessions;

public sealed class SchedulerOnAControlPlane : IAsyncLifetime
{
    private readonly ManualTime _time = new();
    private ControlPlane _plane = null!;
    private string _namespace = "";

    public async Task InitializeAsync()
    {
        _plane = await ControlPlane.Start(services => [new SchedulerController(services, new())], _time);
        _namespace = await _plane.Namespace();
    }

    public Task DisposeAsync() => _plane.DisposeAsync().AsTask();

    [Fact]
    public async Task Binds_pods_and_says_so()
    {
        await Node("n1", "4");
        await Pod("a", "1");
        await _plane.Quiet();

        var pod = await Get("a");
        Assert.Equal("n1", pod.Spec!.NodeName);
        Assert.Contains(pod.Status!.Conditions!, condition => condition is { Type: "PodScheduled", Status: "True" });
        Assert.Equal([$"Normal Scheduled Successfully assigned {_namespace}/a to n1"], await _plane.EventsOf(_namespace, "a"));
    }

    [Fact]
    public async Task Tells_why_a_pod_fits_nowhere_and_binds_it_when_it_does()
    {
        await Node("n1", "1");
        await Pod("a", "2");
        await _plane.Quiet();

        const string why = "0/1 nodes are available: 1 Insufficient cpu. preemption: 0/1 nodes are available: 1 No preemption victims found for incoming pod.";
        var condition = Assert.Single((await Get("a")).Status!.Conditions!, condition => condition.Type == "PodScheduled");
        Assert.Equal(("False", "Unschedulable", why), (condition.Status, condition.Reason, condition.Message));
        Assert.Equal([$"Warning FailedScheduling {why}"], await _plane.EventsOf(_namespace, "a"));

        await Node("n2", "2");
        _time.Advance(TimeSpan.FromSeconds(1));
        await _plane.Quiet();
        _time.Advance(TimeSpan.FromSeconds(1));
        await _plane.Quiet();

        Assert.Equal("n2", (await Get("a")).Spec!.NodeName);
    }

    [Fact]
    public async Task Writes_nothing_more_about_a_pod_that_still_fits_nowhere()
    {
        await Node("n1", "1");
        await Pod("a", "2");
        await _plane.Quiet();
        var before = (await Get("a")).Metadata!.ResourceVersion;

        _time.Advance(TimeSpan.FromMinutes(6));
        await _plane.Quiet();

        Assert.Equal(before, (await Get("a")).Metadata!.ResourceVersion);
    }

    [Fact]
    public async Task Never_gives_a_node_more_than_it_has()
    {
        for (var i = 0; i < 5; i++)
            await Node($"n{i}", "2");
        for (var i = 0; i < 30; i++)
            await Pod($"p{i}", "500m");
        await _plane.Quiet();

        var pods = await _plane.List<Pod>(_namespace);
        Assert.Equal(20, pods.Count(pod => pod.Spec!.NodeName is { Length: > 0 }));
        Assert.All(pods.Where(pod => pod.Spec!.NodeName is { Length: > 0 }).CountBy(pod => pod.Spec!.NodeName!), node => Assert.Equal(4, node.Value));
    }

    [Fact]
    public async Task Clears_a_node_for_a_more_important_pod()
    {
        await Node("n1", "1");
        await Pod("victim", "1");
        await _plane.Quiet();
        await Pod("urgent", "1", priority: 1000);
        await _plane.Quiet();

        var victim = await Get("victim");
        var condition = Assert.Single(victim.Status!.Conditions!, condition => condition.Type == "DisruptionTarget");
        Assert.Equal(("True", "PreemptionByScheduler"), (condition.Status, condition.Reason));
        Assert.NotNull(victim.Metadata!.DeletionTimestamp);
        var urgent = await Get("urgent");
        Assert.Equal("n1", urgent.Status!.NominatedNodeName);
        Assert.Contains(await _plane.EventsOf(_namespace, "victim"), told => told == $"Normal Preempted Preempted by pod {urgent.Metadata!.Uid} on node n1");

        await _plane.Delete<Pod>(_namespace, "victim");
        await _plane.Quiet();

        Assert.Equal("n1", (await Get("urgent")).Spec!.NodeName);
    }

    [Fact]
    public async Task Leaves_alone_what_is_gated_or_not_its_own()
    {
        await Node("n1", "4");
        await _plane.Create(Make("gated", "1") is var gated ? gated with { Spec = gated.Spec! with { SchedulingGates = [new() { Name = "example.com/wait" }] } } : null!);
        await _plane.Create(Make("other", "1") is var other ? other with { Spec = other.Spec! with { SchedulerName = "another" } } : null!);
        await _plane.Quiet();

        Assert.All(await _plane.List<Pod>(_namespace), pod => Assert.Null(pod.Spec!.NodeName));

        await _plane.Change<Pod>(_namespace, "gated", pod => pod with { Spec = pod.Spec! with { SchedulingGates = null } });
        await _plane.Quiet();

        Assert.Equal("n1", (await Get("gated")).Spec!.NodeName);
    }

    private Task<Pod> Pod(string name, string cpu, int priority = 0) => _plane.Create(Make(name, cpu, priority));

    private Pod Make(string name, string cpu, int priority = 0) => new()
    {
        Metadata = new() { Name = name, Namespace = _namespace },
        Spec = new()
        {
            PriorityClassName = priority > 0 ? "system-node-critical" : null,
            Containers = [new() { Name = "c", Image = "app", Resources = new() { Requests = new Dictionary<string, Quantity> { ["cpu"] = Quantity.Parse(cpu) } } }],
        },
    };

    private async Task<Pod> Get(string name) => (await _plane.Get<Pod>(_namespace, name))!;

    private async Task Node(string name, string cpu)
    {
        var amounts = new Dictionary<string, Quantity> { ["cpu"] = Quantity.Parse(cpu), ["memory"] = Quantity.Parse("8Gi"), ["pods"] = Quantity.Parse("110") };
        await _plane.Create(new Node
        {
            Metadata = new() { Name = name },
            Status = new() { Capacity = amounts, Allocatable = amounts, Conditions = [new() { Type = "Ready", Status = "True" }] },
        });
    }
}
