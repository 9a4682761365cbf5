using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Policy.V1;
using CloudletK8s.Api.Values;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.Reconcilers.Disruptions;
using CloudletK8s.Reconcilers.ReplicaSets;
using CloudletK8s.TestKit.Controllers;

namespace CloudletK8s.Reconcilers.Tests.Disruptions;

public sealed class BudgetOnAControlPlane : IAsyncLifetime
{
    private readonly ManualTime _time = new();
    private ControlPlane _plane = null!;
    private string _namespace = "";

    public async Task InitializeAsync()
    {
        _plane = await ControlPlane.Start(
            services => [new ReplicaSetController(services), new DisruptionController(services), new StaleDisruptionController(services)], _time);
        _namespace = await _plane.Namespace();
    }

    public Task DisposeAsync() => _plane.DisposeAsync().AsTask();

    [Theory]
    [InlineData("50%", null, 5, 3, 2)]
    [InlineData("3", null, 5, 3, 2)]
    [InlineData(null, "30%", 5, 3, 2)]
    [InlineData(null, "1", 5, 4, 1)]
    [InlineData(null, "100%", 5, 0, 5)]
    [InlineData("100%", null, 5, 5, 0)]
    public async Task Allows_what_is_left_of_the_pods_that_are_wanted(string? least, string? most, int replicas, int desired, int allowed)
    {
        await _plane.Create(Set(replicas));
        await _plane.Create(Budget(least, most));
        await _plane.Quiet();
        await _plane.AllReady(_namespace);

        var status = (await Settle()).Status!;

        Assert.Equal((replicas, replicas, desired, allowed), (status.ExpectedPods, status.CurrentHealthy, status.DesiredHealthy, status.DisruptionsAllowed));
        var condition = Assert.Single(status.Conditions!);
        Assert.Equal(("DisruptionAllowed", allowed > 0 ? "True" : "False", allowed > 0 ? "SufficientPods" : "InsufficientPods"), (condition.Type, condition.Status, condition.Reason));
    }

    [Fact]
    public async Task Lets_one_pod_go_after_the_other()
    {
        await _plane.Create(Set(3));
        await _plane.Create(Budget(null, "1"));
        await _plane.Quiet();
        await _plane.AllReady(_namespace);
        await Settle();
        var pods = await _plane.List<Pod>(_namespace);
        await Evict(pods[0]);
        Assert.Equal(429, (await Assert.ThrowsAsync<ApiStatusException>(() => Evict(pods[1]))).Code);
        await _plane.EndTerminating(_namespace);
        var status = (await Settle()).Status!;
        Assert.Equal((2, 0), (status.CurrentHealthy, status.DisruptionsAllowed));
        Assert.Empty(status.DisruptedPods ?? new Dictionary<string, DateTimeOffset>());

        await _plane.AllReady(_namespace);
        Assert.Equal(1, (await Settle()).Status!.DisruptionsAllowed);
        await Evict(pods[1]);
    }

    [Fact]
    public async Task Counts_a_pod_again_whose_eviction_came_to_nothing()
    {
        await _plane.Create(Set(2));
        await _plane.Create(Budget("1", null));
        await _plane.Quiet();
        await _plane.AllReady(_namespace);
        await Settle();
        var pod = (await _plane.List<Pod>(_namespace))[0];
        await _plane.Change<PodDisruptionBudget>(_namespace, "guard", budget => budget with
        {
            Status = budget.Status! with { DisruptionsAllowed = 0, DisruptedPods = new Dictionary<string, DateTimeOffset> { [pod.Metadata!.Name!] = _time.GetUtcNow() } },
        }, status: true);
        Assert.Equal((1, 0), ((await Settle()).Status!.CurrentHealthy, (await Settle()).Status!.DisruptionsAllowed));

        _time.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal((2, 1), ((await Settle()).Status!.CurrentHealthy, (await Settle()).Status!.DisruptionsAllowed));
        Assert.Equal([$"Warning NotDeleted Pod was expected by PDB {_namespace}/guard to be deleted but it wasn't"], (await _plane.EventsOf(_namespace, pod.Metadata!.Name!)).Where(told => told.Contains("NotDeleted", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Allows_nothing_when_nobody_can_tell_how_many_pods_are_wanted()
    {
        await _plane.Create(new Pod
        {
            Metadata = new()
            {
                Name = "odd", Namespace = _namespace, Labels = Labels,
                OwnerReferences = [new() { ApiVersion = "batch/v1", Kind = "Job", Name = "j", Uid = "u", Controller = true }],
            },
            Spec = Spec,
        });
        await _plane.Create(Budget(null, "1"));
        var condition = Assert.Single((await Settle()).Status!.Conditions!);

        Assert.Equal(("False", "SyncFailed", "jobs.batch does not implement the scale subresource"), (condition.Status, condition.Reason, condition.Message));
        Assert.Contains("Warning CalculateExpectedPodCountFailed Failed to calculate the number of expected pods: jobs.batch does not implement the scale subresource", await _plane.EventsOf(_namespace, "guard"));
    }

    [Fact]
    public async Task Says_that_it_guards_nothing()
    {
        await _plane.Create(Budget("1", null));
        var status = (await Settle()).Status!;

        Assert.Equal((0, 1, 0), (status.ExpectedPods, status.DesiredHealthy, status.DisruptionsAllowed));
        Assert.Equal(["Normal NoPods No matching pods found"], await _plane.EventsOf(_namespace, "guard"));
    }

    [Fact]
    public async Task Takes_back_that_a_pod_is_to_be_disrupted_when_it_stays()
    {
        await _plane.Create(Set(1));
        await _plane.Quiet();
        var name = (await _plane.List<Pod>(_namespace))[0].Metadata!.Name!;
        await _plane.Change<Pod>(_namespace, name, pod => pod with
        {
            Status = pod.Status! with { Conditions = [.. pod.Status.Conditions ?? [], new() { Type = "DisruptionTarget", Status = "True", Reason = "PreemptionByScheduler", LastTransitionTime = _time.GetUtcNow() }] },
        }, status: true);
        await _plane.Quiet();
        _time.Advance(TimeSpan.FromMinutes(2));
        await _plane.Quiet();

        var condition = (await _plane.Get<Pod>(_namespace, name))!.Status!.Conditions!.Single(condition => condition.Type == "DisruptionTarget");
        Assert.Equal(("False", _time.GetUtcNow()), (condition.Status, condition.LastTransitionTime));
    }

    private async Task<PodDisruptionBudget> Settle()
    {
        await _plane.Quiet();
        return (await _plane.Get<PodDisruptionBudget>(_namespace, "guard"))!;
    }

    private Task Evict(Pod pod) => _plane.Client.Evict(ObjectName.Of(pod), new(), CancellationToken.None).AsTask();

    private PodDisruptionBudget Budget(string? least, string? most) => new()
    {
        Metadata = new() { Name = "guard", Namespace = _namespace },
        Spec = new() { MinAvailable = Amount(least), MaxUnavailable = Amount(most), Selector = new() { MatchLabels = Labels } },
    };

    private ReplicaSet Set(int replicas) => new()
    {
        Metadata = new() { Name = "web", Namespace = _namespace },
        Spec = new() { Replicas = replicas, Selector = new() { MatchLabels = Labels }, Template = new() { Metadata = new() { Labels = Labels }, Spec = Spec } },
    };

    private static IntOrString? Amount(string? text) => text is null ? null : int.TryParse(text, out var number) ? IntOrString.Of(number) : IntOrString.Of(text);

    private static Dictionary<string, string> Labels => new() { ["app"] = "web" };

    private static PodSpec Spec => new() { Containers = [new() { Name = "c", Image = "nginx" }] };
}
