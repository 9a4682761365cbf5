using CloudletK8s.Api.Core.V1;
using CloudletK8s.Reconcilers.ReplicationControllers;
using CloudletK8s.TestKit.Controllers;

namespace CloudletK8s.Reconcilers.Tests.ReplicationControllers;

public sealed class ReplicationControllerOnAControlPlane : IAsyncLifetime
{
    private ControlPlane _plane = null!;
    private string _namespace = "";

    public async Task InitializeAsync()
    {
        _plane = await ControlPlane.Start(services => [new ReplicationControllerController(services)], new ManualTime());
        _namespace = await _plane.Namespace();
    }

    public Task DisposeAsync() => _plane.DisposeAsync().AsTask();

    [Fact]
    public async Task Keeps_its_pods_and_counts_them()
    {
        await _plane.Create(Controller(3));
        await _plane.Quiet();
        await _plane.AllReady(_namespace);
        await _plane.Quiet();

        var status = (await _plane.Get<ReplicationController>(_namespace, "web"))!.Status!;
        Assert.Equal((3, 3, 3, 1L), (status.Replicas, status.ReadyReplicas, status.AvailableReplicas, status.ObservedGeneration));
        Assert.All(await _plane.List<Pod>(_namespace), pod => Assert.Equal("ReplicationController", pod.Metadata!.OwnerReferences![0].Kind));
    }

    [Fact]
    public async Task Says_why_it_cannot_make_its_pods_until_it_can()
    {
        await _plane.Create(Controller(1, priority: "missing"));
        await _plane.Until<ReplicationController>(_namespace, "web", set => set.Status?.Conditions?.Any(condition => condition is { Type: "ReplicaFailure", Reason: "FailedCreate" }) == true);

        await _plane.Change<ReplicationController>(_namespace, "web", set => set with { Spec = set.Spec! with { Replicas = 0 } });
        await _plane.Until<ReplicationController>(_namespace, "web", set => set.Status?.Conditions is not { Count: > 0 });
    }

    private ReplicationController Controller(int replicas, string? priority = null) => new()
    {
        Metadata = new() { Name = "web", Namespace = _namespace },
        Spec = new()
        {
            Replicas = replicas,
            Selector = Labels,
            Template = new() { Metadata = new() { Labels = Labels }, Spec = new() { Containers = [new() { Name = "c", Image = "nginx" }], PriorityClassName = priority } },
        },
    };

    private static Dictionary<string, string> Labels => new() { ["app"] = "web" };
}
