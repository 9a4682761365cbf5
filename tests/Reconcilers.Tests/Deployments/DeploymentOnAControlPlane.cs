using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Reconcilers.Deployments;
using CloudletK8s.Reconcilers.ReplicaSets;
using CloudletK8s.TestKit.Controllers;

namespace CloudletK8s.Reconcilers.Tests.Deployments;

public sealed class DeploymentOnAControlPlane : IAsyncLifetime
{
    private readonly ManualTime _time = new();
    private ControlPlane _plane = null!;
    private string _namespace = "";

    public async Task InitializeAsync()
    {
        _plane = await ControlPlane.Start(services => [new ReplicaSetController(services), new DeploymentController(services)], _time);
        _namespace = await _plane.Namespace();
    }

    public Task DisposeAsync() => _plane.DisposeAsync().AsTask();

    [Fact]
    public async Task Becomes_available_with_its_pods()
    {
        await Create(3);
        await Settle();

        var deployment = await Get();
        Assert.Equal((3, 3, 3, 3, 0), Counts(deployment));
        Assert.Equal("True NewReplicaSetAvailable", Said(deployment, "Progressing"));
        Assert.Equal("True MinimumReplicasAvailable", Said(deployment, "Available"));
        Assert.Equal("1", deployment.Metadata!.Annotations![SetAnnotations.Revision]);
        var set = Assert.Single(await _plane.List<ReplicaSet>(_namespace));
        Assert.Equal($"ReplicaSet \"{set.Metadata!.Name}\" has successfully progressed.", deployment.Condition("Progressing").Message);
        Assert.Equal([$"Normal ScalingReplicaSet Scaled up replica set {set.Metadata.Name} from 0 to 3"], await _plane.EventsOf(_namespace, "web"));
    }

    [Fact]
    public async Task Rolls_to_a_new_template_and_keeps_enough_pods_all_the_time()
    {
        await Create(10);
        await Settle();
        await Image("web:2");

        for (var round = 0; round < 20; round++)
        {
            await _plane.Quiet();
            var pods = (await _plane.List<Pod>(_namespace)).Where(pod => pod.Metadata!.DeletionTimestamp is null).ToList();
            Assert.InRange(pods.Count, 8, 13);
            Assert.True(pods.Count(pod => pod.Status?.Conditions?.Any(condition => condition is { Type: "Ready", Status: "True" }) == true) >= 8);
            await _plane.EndTerminating(_namespace);
            await _plane.AllReady(_namespace);
        }

        await _plane.Quiet();
        Assert.Equal((10, 10, 10, 10, 0), Counts(await Get()));
        Assert.All(await _plane.List<Pod>(_namespace), pod => Assert.Equal("web:2", pod.Spec!.Containers![0].Image));
        Assert.Equal("2", (await Get()).Metadata!.Annotations![SetAnnotations.Revision]);
    }

    [Fact]
    public async Task Goes_back_to_an_old_set_when_its_template_comes_back()
    {
        await Create(2);
        await Settle();
        await Image("web:2");
        await Settle();
        await Image("web:1");
        await Settle();

        var sets = await _plane.List<ReplicaSet>(_namespace);
        Assert.Equal(2, sets.Count);
        var first = sets.Single(set => set.Spec!.Template!.Spec!.Containers![0].Image == "web:1");
        Assert.Equal(("3", 2), (first.Metadata!.Annotations![SetAnnotations.Revision], first.Spec!.Replicas));
    }

    [Fact]
    public async Task Writes_nothing_once_it_is_complete()
    {
        await Create(2);
        await Settle();
        var before = (await Get()).Metadata!.ResourceVersion;
        var sets = (await _plane.List<ReplicaSet>(_namespace)).Select(set => set.Metadata!.ResourceVersion).ToList();

        await _plane.Controllers.Handle(new("deployment-controller", new(_namespace, "web")), CancellationToken.None);
        await _plane.Quiet();

        Assert.Equal(before, (await Get()).Metadata!.ResourceVersion);
        Assert.Equal(sets, (await _plane.List<ReplicaSet>(_namespace)).Select(set => set.Metadata!.ResourceVersion));
    }

    [Fact]
    public async Task Is_late_when_its_pods_do_not_get_ready()
    {
        await Create(1);
        await _plane.Quiet();
        Assert.Equal("True ReplicaSetUpdated", Said(await Get(), "Progressing"));

        _time.Advance(TimeSpan.FromSeconds(601));
        await _plane.Quiet();
        Assert.Equal("False ProgressDeadlineExceeded", Said(await Get(), "Progressing"));

        await _plane.AllReady(_namespace);
        await _plane.Quiet();
        Assert.Equal("True NewReplicaSetAvailable", Said(await Get(), "Progressing"));
    }

    [Fact]
    public async Task Adopts_a_set_that_it_selects_and_whose_template_is_its_own()
    {
        await Create(1);
        await Settle();
        await _plane.Delete<Deployment>(_namespace, "web", propagation: "Orphan");
        await _plane.Change<Deployment>(_namespace, "web", deployment => deployment with { Metadata = deployment.Metadata! with { Finalizers = [] } });
        await _plane.Quiet();
        var set = Assert.Single(await _plane.List<ReplicaSet>(_namespace));
        await _plane.Change<ReplicaSet>(_namespace, set.Metadata!.Name!, old => old with { Metadata = old.Metadata! with { OwnerReferences = [] } });

        await Create(1);
        await _plane.Quiet();

        Assert.Equal((await Get()).Metadata!.Uid, Assert.Single(Assert.Single(await _plane.List<ReplicaSet>(_namespace)).Metadata!.OwnerReferences!).Uid);
    }

    [Fact]
    public async Task Recreates_only_when_the_old_pods_are_gone()
    {
        await Create(2, new() { Type = "Recreate" });
        await Settle();
        await Image("web:2");
        await _plane.Quiet();
        Assert.All(await _plane.List<Pod>(_namespace), pod => Assert.NotNull(pod.Metadata!.DeletionTimestamp));

        await _plane.EndTerminating(_namespace);
        await Settle();

        var pods = await _plane.List<Pod>(_namespace);
        Assert.Equal(2, pods.Count);
        Assert.All(pods, pod => Assert.Equal("web:2", pod.Spec!.Containers![0].Image));
    }

    [Fact]
    public async Task Says_that_its_pods_are_not_admitted()
    {
        var given = Given.Deployment(1, image: 1);
        var template = given.Spec!.Template!;
        await _plane.Create(given with
        {
            Metadata = new() { Name = "web", Namespace = _namespace },
            Spec = given.Spec with { Template = template with { Spec = template.Spec! with { PriorityClassName = "missing" } } },
        });
        await _plane.Quiet();

        var deployment = await Get();
        Assert.Equal("True FailedCreate", Said(deployment, "ReplicaFailure"));
        Assert.Contains("no PriorityClass with name missing was found", deployment.Condition("ReplicaFailure").Message, StringComparison.Ordinal);
        Assert.Equal("False MinimumReplicasUnavailable", Said(deployment, "Available"));
    }

    [Fact]
    public async Task Leaves_the_sets_of_a_twin_with_the_same_selector_alone()
    {
        await Create(2);
        await Create(1, name: "twin");
        await Settle();

        Assert.Equal(2, (await Get()).Status!.ReadyReplicas);
        Assert.Equal(1, (await _plane.Get<Deployment>(_namespace, "twin"))!.Status!.ReadyReplicas);
        Assert.Equal(3, (await _plane.List<Pod>(_namespace)).Count);
    }

    private Task Create(int replicas, DeploymentStrategy? strategy = null, string name = "web")
    {
        var given = Given.Deployment(replicas, image: 1);
        return _plane.Create(given with { Metadata = new() { Name = name, Namespace = _namespace }, Spec = given.Spec! with { Strategy = strategy ?? given.Spec.Strategy } });
    }

    /// <summary>Nodes do their part until nothing is left to do.</summary>
    private async Task Settle()
    {
        for (var round = 0; round < 8; round++)
        {
            await _plane.Quiet();
            await _plane.EndTerminating(_namespace);
            await _plane.AllReady(_namespace);
        }

        await _plane.Quiet();
    }

    private Task Image(string image) => _plane.Change<Deployment>(_namespace, "web", deployment => deployment with
    {
        Spec = deployment.Spec! with
        {
            Template = deployment.Spec.Template! with { Spec = deployment.Spec.Template.Spec! with { Containers = [new() { Name = "c", Image = image }] } },
        },
    });

    private async Task<Deployment> Get() => (await _plane.Get<Deployment>(_namespace, "web"))!;

    private static (int, int, int, int, int) Counts(Deployment deployment) => deployment.Status is { } status
        ? (status.Replicas, status.UpdatedReplicas, status.ReadyReplicas, status.AvailableReplicas, status.UnavailableReplicas)
        : default;

    private static string Said(Deployment deployment, string type) => $"{deployment.Condition(type).Status} {deployment.Condition(type).Reason}";
}
