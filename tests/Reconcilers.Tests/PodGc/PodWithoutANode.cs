using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.Reconcilers.PodGc;
using CloudletK8s.TestKit.Controllers;

namespace CloudletK8s.Reconcilers.Tests.PodGc;

public sealed class PodWithoutANode : IAsyncLifetime
{
    private readonly ManualTime _time = new();
    private ControlPlane _plane = null!;
    private string _namespace = "";

    public async Task InitializeAsync()
    {
        _plane = await ControlPlane.Start(services => [new PodGcController(services), new FinishedPodController(services, kept: 2)], _time);
        _namespace = await _plane.Namespace();
        await _plane.Create(new Node { Metadata = new() { Name = "here" } });
    }

    public Task DisposeAsync() => _plane.DisposeAsync().AsTask();

    [Fact]
    public async Task Goes_when_its_node_has_been_gone_for_a_while()
    {
        await Running("stays", "here");
        await Running("goes", "there");
        await Seconds(39);
        Assert.NotNull(await _plane.Get<Pod>(_namespace, "goes"));
        await Seconds(1);
        Assert.Null(await _plane.Get<Pod>(_namespace, "goes"));

        await _plane.Delete<Node>("", "here");
        await Seconds(0);
        await Seconds(40);
        Assert.Null(await _plane.Get<Pod>(_namespace, "stays"));
    }

    [Fact]
    public async Task Is_told_to_have_failed_before_it_goes()
    {
        await Running("goes", "there");
        await _plane.Change<Pod>(_namespace, "goes", pod => pod with { Metadata = pod.Metadata! with { Finalizers = ["example.com/kept"] } });
        await Seconds(0);
        await Seconds(40);

        var pod = (await _plane.Get<Pod>(_namespace, "goes"))!;
        var condition = pod.Status!.Conditions!.Single(condition => condition.Type == "DisruptionTarget");
        Assert.Equal(("Failed", "True", "DeletionByPodGC", "PodGC: node no longer exists"), (pod.Status.Phase, condition.Status, condition.Reason, condition.Message));
        Assert.NotNull(pod.Metadata!.DeletionTimestamp);
    }

    [Fact]
    public async Task Stays_when_the_node_comes_back_in_time()
    {
        await Running("kept", "there");
        await Seconds(30);
        await _plane.Create(new Node { Metadata = new() { Name = "there" } });
        await Seconds(30);

        Assert.NotNull(await _plane.Get<Pod>(_namespace, "kept"));
    }

    [Fact]
    public async Task Goes_at_once_when_it_is_deleted_on_a_node_that_is_out_of_service()
    {
        var pod = await Running("goes", "here");
        await _plane.Client.Delete<Pod>(ObjectName.Of(pod), new(), CancellationToken.None);
        await Seconds(0);
        Assert.NotNull(await _plane.Get<Pod>(_namespace, "goes"));

        await _plane.Change<Node>("", "here", node => node with
        {
            Spec = (node.Spec ?? new()) with { Taints = [new() { Key = "node.kubernetes.io/out-of-service", Effect = "NoExecute", Value = "nodeshutdown" }] },
        });
        await Seconds(0);

        Assert.Null(await _plane.Get<Pod>(_namespace, "goes"));
    }

    [Fact]
    public async Task Is_deleted_oldest_first_when_too_many_have_ended()
    {
        foreach (var name in (string[])["one", "two", "three", "four"])
        {
            var pod = await Running(name, "here");
            await _plane.Change<Pod>(_namespace, name, current => current with { Status = current.Status! with { Phase = "Succeeded", Reason = name == "four" ? "Evicted" : null } }, status: true);
            _time.Advance(TimeSpan.FromSeconds(1));
            Assert.NotNull(pod);
        }

        await _plane.Quiet();

        Assert.Equal(["three", "two"], (await _plane.List<Pod>(_namespace)).Select(pod => pod.Metadata!.Name).Order());
    }

    private async Task<Pod> Running(string name, string node)
    {
        await _plane.Create(new Pod { Metadata = new() { Name = name, Namespace = _namespace }, Spec = new() { NodeName = node, Containers = [new() { Name = "c", Image = "busybox" }] } });
        var pod = await _plane.Change<Pod>(_namespace, name, pod => pod with { Status = pod.Status! with { Phase = "Running" } }, status: true);
        await _plane.Quiet();
        return pod;
    }

    private async Task Seconds(int count)
    {
        _time.Advance(TimeSpan.FromSeconds(count));
        await _plane.Quiet();
    }
}
