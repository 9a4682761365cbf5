using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Api.Autoscaling.V2;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Values;
using CloudletK8s.Reconcilers.Autoscaling;
using CloudletK8s.Reconcilers.ReplicaSets;
using CloudletK8s.TestKit.Controllers;

namespace CloudletK8s.Reconcilers.Tests.Autoscaling;

public sealed class AutoscalerOnAControlPlane : IAsyncLifetime
{
    private readonly ManualTime _time = new();
    private readonly FakeMetrics _metrics;
    private ControlPlane _plane = null!;
    private string _namespace = "";

    public AutoscalerOnAControlPlane() => _metrics = new(_time);

    public async Task InitializeAsync()
    {
        _plane = await ControlPlane.Start(services => [new ReplicaSetController(services), new HorizontalController(services, _metrics)], _time);
        _namespace = await _plane.Namespace();
    }

    public Task DisposeAsync() => _plane.DisposeAsync().AsTask();

    [Fact]
    public async Task Scales_up_with_the_load_and_says_so()
    {
        await Pods(2);
        await Load(160);
        var hpa = await Start(Cpu(80));

        Assert.Equal(4, await Replicas());
        Assert.Equal((2, 4), (hpa.Status!.CurrentReplicas, hpa.Status.DesiredReplicas));
        Assert.Equal((160, "160m"), (hpa.Status.CurrentMetrics![0].Resource!.Current!.AverageUtilization, hpa.Status.CurrentMetrics[0].Resource!.Current!.AverageValue.ToString()));
        Assert.Equal(_time.GetUtcNow(), hpa.Status.LastScaleTime);
        Assert.Equal("AbleToScale=True:SucceededRescale ScalingActive=True:ValidMetricFound ScalingLimited=False:DesiredWithinRange", Conditions(hpa));
        Assert.Contains("Normal SuccessfulRescale New size: 4; reason: cpu resource utilization (percentage of request) above target", await Told());
    }

    [Fact]
    public async Task Leaves_a_load_alone_that_is_near_its_target()
    {
        await Pods(2);
        await Load(87);
        var hpa = await Start(Cpu(80));

        Assert.Equal(2, await Replicas());
        Assert.Equal("AbleToScale=True:ReadyForNewScale ScalingActive=True:ValidMetricFound ScalingLimited=False:DesiredWithinRange", Conditions(hpa));
    }

    [Fact]
    public async Task Scales_down_only_when_the_load_has_been_low_for_five_minutes()
    {
        await Pods(4);
        await Load(80);
        await Start(Cpu(80));
        await Load(20);
        var hpa = await After(15);
        Assert.Equal(4, await Replicas());
        Assert.Contains("AbleToScale=True:ScaleDownStabilized", Conditions(hpa), StringComparison.Ordinal);

        for (var i = 0; i < 20; i++)
            await After(15);

        Assert.Equal(1, await Replicas());
        Assert.Contains("Normal SuccessfulRescale New size: 1; reason: All metrics below target", await Told());
    }

    [Fact]
    public async Task Keeps_within_its_limits()
    {
        await Pods(2);
        await Load(900);
        var hpa = await Start(Cpu(80) with { MaxReplicas = 3 });

        Assert.Equal(3, await Replicas());
        Assert.EndsWith("ScalingLimited=True:TooManyReplicas", Conditions(hpa), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Brings_a_size_outside_of_its_limits_back_without_asking_for_metrics()
    {
        await Pods(1);
        await Start(Cpu(80) with { MinReplicas = 3 });

        Assert.Equal(3, await Replicas());
        Assert.Contains("Normal SuccessfulRescale New size: 3; reason: Current number of replicas below Spec.MinReplicas", await Told());
    }

    [Fact]
    public async Task Does_nothing_and_says_why_without_metrics()
    {
        await Pods(2);
        var hpa = await Start(Cpu(80));

        Assert.Equal(2, await Replicas());
        Assert.Equal("AbleToScale=True:SucceededGetScale ScalingActive=False:FailedGetResourceMetric", Conditions(hpa));
        Assert.Equal(
            "the HPA was unable to compute the replica count: failed to get cpu utilization: unable to get metrics for resource cpu: no metrics returned from resource metrics API",
            hpa.Status!.Conditions![1].Message);
        Assert.Contains(await Told(), told => told.StartsWith("Warning FailedComputeMetricsReplicas invalid metrics (1 invalid out of 1), first error is: failed to get cpu resource metric value: failed to get cpu utilization", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Is_off_while_its_target_has_no_replicas()
    {
        await Pods(0);
        Assert.Contains("ScalingActive=False:ScalingDisabled", Conditions(await Start(Cpu(80))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_its_target_cannot_be_scaled()
    {
        var hpa = await Start(Cpu(80));
        Assert.Equal("AbleToScale=False:FailedGetScale", Conditions(hpa));
        Assert.Equal("the HPA controller was unable to get the target's current scale: replicasets.apps \"web\" not found", hpa.Status!.Conditions![0].Message);
    }

    [Fact]
    public async Task Counts_pods_that_are_not_ready_as_idle_when_it_scales_up()
    {
        await Pods(3, unready: 1);
        await Load(160);
        await Start(Cpu(100));

        // 160 % of two pods is 107 % of three: near enough.
        Assert.Equal(3, await Replicas());
    }

    [Fact]
    public async Task Follows_its_own_pace()
    {
        await Pods(2);
        await Load(900);
        await Start(Cpu(80) with
        {
            MaxReplicas = 50,
            Behavior = new() { ScaleUp = new() { Policies = [new() { Type = "Pods", Value = 3, PeriodSeconds = 60 }] } },
        });
        Assert.Equal(5, await Replicas());
        await _plane.AllReady(_namespace);
        await Load(900);
        var hpa = await After(15);
        Assert.Equal(5, await Replicas());
        Assert.EndsWith("ScalingLimited=True:ScaleUpLimit", Conditions(hpa), StringComparison.Ordinal);

        await After(45);
        Assert.Equal(8, await Replicas());
    }

    [Fact]
    public async Task Takes_the_metric_that_asks_for_most_and_leaves_out_one_that_fails()
    {
        await Pods(2);
        _metrics.Outside = 50_000;
        await Start(new()
        {
            MaxReplicas = 10,
            Metrics =
            [
                new() { Type = "External", External = new() { Metric = new() { Name = "queue" }, Target = new() { Type = "AverageValue", AverageValue = Quantity.Of(10) } } },
                new() { Type = "Resource", Resource = new() { Name = "cpu", Target = new() { Type = "Utilization", AverageUtilization = 80 } } },
            ],
        });

        Assert.Equal(4, await Replicas());
        Assert.Contains("Normal SuccessfulRescale New size: 4; reason: external metric queue(nil) above target", await Told());
    }

    private async Task Pods(int replicas, int unready = 0)
    {
        await _plane.Create(new ReplicaSet
        {
            Metadata = new() { Name = "web", Namespace = _namespace },
            Spec = new()
            {
                Replicas = replicas, Selector = new() { MatchLabels = Labels },
                Template = new()
                {
                    Metadata = new() { Labels = Labels },
                    Spec = new() { Containers = [new() { Name = "c", Image = "nginx", Resources = new() { Requests = new Dictionary<string, Quantity> { ["cpu"] = Quantity.Parse("100m") } } }] },
                },
            },
        });
        await _plane.Quiet();
        await _plane.AllReady(_namespace);
        foreach (var pod in (await _plane.List<Pod>(_namespace)).Take(unready))
            await _plane.NotReady(pod);
        await _plane.Quiet();
        _time.Advance(TimeSpan.FromMinutes(10));
    }

    private async Task Load(long milli)
    {
        _metrics.Pods = (await _plane.List<Pod>(_namespace)).ToDictionary(pod => pod.Metadata!.Name!, _ => milli);
    }

    private async Task<HorizontalPodAutoscaler> Start(HorizontalPodAutoscalerSpec spec)
    {
        await _plane.Create(new HorizontalPodAutoscaler
        {
            Metadata = new() { Name = "scaler", Namespace = _namespace },
            Spec = spec with { ScaleTargetRef = new() { ApiVersion = "apps/v1", Kind = "ReplicaSet", Name = "web" } },
        });
        return await After(0);
    }

    private async Task<HorizontalPodAutoscaler> After(int seconds)
    {
        _time.Advance(TimeSpan.FromSeconds(seconds));
        await _plane.Quiet();
        return (await _plane.Get<HorizontalPodAutoscaler>(_namespace, "scaler"))!;
    }

    private async Task<int?> Replicas() => (await _plane.Get<ReplicaSet>(_namespace, "web"))!.Spec!.Replicas;

    private Task<IReadOnlyList<string>> Told() => _plane.EventsOf(_namespace, "scaler");

    private static string Conditions(HorizontalPodAutoscaler hpa) =>
        string.Join(' ', hpa.Status!.Conditions!.Select(condition => $"{condition.Type}={condition.Status}:{condition.Reason}"));

    private static HorizontalPodAutoscalerSpec Cpu(int target) => new()
    {
        MaxReplicas = 10,
        Metrics = [new() { Type = "Resource", Resource = new() { Name = "cpu", Target = new() { Type = "Utilization", AverageUtilization = target } } }],
    };

    private static Dictionary<string, string> Labels => new() { ["app"] = "web" };
}
