using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Values;
using CloudletK8s.Reconcilers.StatefulSets;
using CloudletK8s.TestKit.Controllers;

namespace CloudletK8s.Reconcilers.Tests.StatefulSets;

public sealed class StatefulSetOnAControlPlane : IAsyncLifetime
{
    private const string Revision = "controller-revision-hash";

    private ControlPlane _plane = null!;
    private string _namespace = "";

    public async Task InitializeAsync()
    {
        _plane = await ControlPlane.Start(services => [new StatefulSetController(services)], new ManualTime());
        _namespace = await _plane.Namespace();
    }

    public Task DisposeAsync() => _plane.DisposeAsync().AsTask();

    [Fact]
    public async Task Makes_one_pod_after_the_other_with_its_claim()
    {
        await Create(spec => spec with { ServiceName = "db", VolumeClaimTemplates = [Claim()] });
        await _plane.Quiet();
        Assert.Equal(["web-0"], await Names());

        await _plane.AllReady(_namespace);
        await _plane.Quiet();
        Assert.Equal(["web-0", "web-1"], await Names());
        await Settle();

        Assert.Equal(["web-0", "web-1", "web-2"], await Names());
        var pod = (await _plane.Get<Pod>(_namespace, "web-1"))!;
        Assert.Equal(("web-1", "db", "web-1", "1"), (
            pod.Spec!.Hostname, pod.Spec.Subdomain,
            pod.Metadata!.Labels!["statefulset.kubernetes.io/pod-name"], pod.Metadata.Labels["apps.kubernetes.io/pod-index"]));
        Assert.Equal("data-web-1", pod.Spec.Volumes!.Single(volume => volume.Name == "data").PersistentVolumeClaim!.ClaimName);
        Assert.Equal("web", (await _plane.Get<PersistentVolumeClaim>(_namespace, "data-web-1"))!.Metadata!.Labels!["app"]);
        var status = await Status();
        Assert.Equal((3, 3, 3, 3, 3), (status.Replicas, status.ReadyReplicas, status.AvailableReplicas, status.CurrentReplicas, status.UpdatedReplicas));
        Assert.Equal(pod.Metadata.Labels[Revision], status.CurrentRevision);
        Assert.Equal(status.CurrentRevision, status.UpdateRevision);
        Assert.Contains("Normal SuccessfulCreate create Pod web-1 in StatefulSet web successful", await _plane.EventsOf(_namespace, "web"));
        Assert.Contains("Normal SuccessfulCreate create Claim data-web-1 Pod web-1 in StatefulSet web success", await _plane.EventsOf(_namespace, "web"));
    }

    [Fact]
    public async Task Makes_its_pods_together_when_it_may_and_from_its_first_ordinal()
    {
        await Create(spec => spec with { PodManagementPolicy = "Parallel", Ordinals = new() { Start = 5 } });
        await _plane.Quiet();

        Assert.Equal(["web-5", "web-6", "web-7"], await Names());
    }

    [Fact]
    public async Task Makes_a_pod_again_that_has_ended()
    {
        await Create();
        await Settle();
        var pod = (await _plane.Get<Pod>(_namespace, "web-1"))!;

        await _plane.Finish(pod, "Failed", exitCode: 1);
        await Settle();

        Assert.NotEqual(pod.Metadata!.Uid, (await _plane.Get<Pod>(_namespace, "web-1"))!.Metadata!.Uid);
        Assert.Equal(3, (await Status()).ReadyReplicas);
    }

    [Fact]
    public async Task Gives_up_the_highest_ordinals_and_their_claims_as_its_policy_says()
    {
        await Create(spec => spec with
        {
            VolumeClaimTemplates = [Claim()],
            PersistentVolumeClaimRetentionPolicy = new() { WhenScaled = "Delete", WhenDeleted = "Delete" },
        });
        await Settle();
        Assert.Equal(["StatefulSet"], await Owners("data-web-2"));

        await _plane.Change<StatefulSet>(_namespace, "web", set => set with { Spec = set.Spec! with { Replicas = 1 } });
        await _plane.Quiet();
        Assert.Equal(["Pod"], await Owners("data-web-2"));
        Assert.NotNull((await _plane.Get<Pod>(_namespace, "web-2"))!.Metadata!.DeletionTimestamp);
        Assert.Null((await _plane.Get<Pod>(_namespace, "web-1"))!.Metadata!.DeletionTimestamp);
        await Settle();

        Assert.Equal(["web-0"], await Names());
        Assert.Equal(["StatefulSet"], await Owners("data-web-0"));
        await _plane.Change<StatefulSet>(_namespace, "web", set => set with { Spec = set.Spec! with { PersistentVolumeClaimRetentionPolicy = new() } });
        await Settle();
        Assert.Empty(await Owners("data-web-0"));
    }

    [Fact]
    public async Task Updates_from_the_highest_ordinal_down_to_its_partition()
    {
        await Create(spec => spec with { UpdateStrategy = new() { Type = "RollingUpdate", RollingUpdate = new() { Partition = 1 } } });
        await Settle();
        await Image("web:2");
        await _plane.Quiet();
        Assert.NotNull((await _plane.Get<Pod>(_namespace, "web-2"))!.Metadata!.DeletionTimestamp);
        Assert.Null((await _plane.Get<Pod>(_namespace, "web-1"))!.Metadata!.DeletionTimestamp);
        await Settle();

        Assert.Equal(["web:1", "web:2", "web:2"], await Images());
        var status = await Status();
        Assert.NotEqual(status.CurrentRevision, status.UpdateRevision);
        Assert.Equal((1, 2), (status.CurrentReplicas, status.UpdatedReplicas));

        await _plane.Delete<Pod>(_namespace, "web-0");
        await Settle();
        Assert.Equal("web:1", (await Images())[0]);

        await _plane.Change<StatefulSet>(_namespace, "web", set => set with { Spec = set.Spec! with { UpdateStrategy = new() { Type = "RollingUpdate", RollingUpdate = new() { Partition = 0 } } } });
        await Settle();
        status = await Status();
        Assert.Equal(status.UpdateRevision, status.CurrentRevision);
        Assert.Equal(3, status.CurrentReplicas);
    }

    [Fact]
    public async Task Updates_several_at_once_when_that_many_may_be_unavailable()
    {
        await Create(spec => spec with
        {
            PodManagementPolicy = "Parallel",
            UpdateStrategy = new() { Type = "RollingUpdate", RollingUpdate = new() { MaxUnavailable = IntOrString.Of(2) } },
        });
        await Settle();
        await Image("web:2");
        await _plane.Quiet();

        Assert.Equal(2, (await _plane.List<Pod>(_namespace)).Count(pod => pod.Metadata!.DeletionTimestamp is not null));
        await Settle();
        Assert.Equal(["web:2", "web:2", "web:2"], await Images());
    }

    [Fact]
    public async Task Leaves_updates_to_whoever_deletes_pods_when_it_is_told_to()
    {
        await Create(spec => spec with { UpdateStrategy = new() { Type = "OnDelete" } });
        await Settle();
        await Image("web:2");
        await Settle();
        Assert.Equal(["web:1", "web:1", "web:1"], await Images());

        await _plane.Delete<Pod>(_namespace, "web-1");
        await Settle();
        Assert.Equal(["web:1", "web:2", "web:1"], await Images());
    }

    [Fact]
    public async Task Numbers_its_revisions_on_and_forgets_old_ones()
    {
        await Create(spec => spec with { Replicas = 1, RevisionHistoryLimit = 1 });
        await Settle();
        var first = (await Status()).UpdateRevision;
        await Image("web:2");
        await Settle();
        await Image("web:1");
        await Settle();
        Assert.Equal(first, (await Status()).CurrentRevision);
        Assert.Equal([2L, 3L], (await _plane.List<ControllerRevision>(_namespace)).Select(revision => revision.Revision).Order());

        await Image("web:3");
        await Settle();
        Assert.Equal([3L, 4L], (await _plane.List<ControllerRevision>(_namespace)).Select(revision => revision.Revision).Order());
    }

    [Fact]
    public async Task Writes_nothing_when_there_is_nothing_to_do()
    {
        await Create(spec => spec with { VolumeClaimTemplates = [Claim()] });
        await Settle();
        var before = (await _plane.Get<StatefulSet>(_namespace, "web"))!.Metadata!.ResourceVersion;

        await _plane.Controllers.Handle(new("statefulset-controller", new(_namespace, "web")), CancellationToken.None);
        await _plane.Quiet();

        Assert.Equal(before, (await _plane.Get<StatefulSet>(_namespace, "web"))!.Metadata!.ResourceVersion);
        Assert.Single(await _plane.List<ControllerRevision>(_namespace));
    }

    private Task Create(Func<StatefulSetSpec, StatefulSetSpec>? change = null)
    {
        var labels = new Dictionary<string, string> { ["app"] = "web" };
        var spec = new StatefulSetSpec
        {
            Replicas = 3,
            Selector = new() { MatchLabels = labels },
            Template = new() { Metadata = new() { Labels = labels }, Spec = new() { Containers = [new() { Name = "c", Image = "web:1" }] } },
        };
        return _plane.Create(new StatefulSet { Metadata = new() { Name = "web", Namespace = _namespace }, Spec = change?.Invoke(spec) ?? spec });
    }

    private static PersistentVolumeClaim Claim() => new()
    {
        Metadata = new() { Name = "data" },
        Spec = new() { AccessModes = ["ReadWriteOnce"], Resources = new() { Requests = new Dictionary<string, Quantity> { ["storage"] = Quantity.Parse("1Gi") } } },
    };

    /// <summary>Nodes do their part until nothing is left to do.</summary>
    private async Task Settle()
    {
        for (var round = 0; round < 10; round++)
        {
            await _plane.Quiet();
            await _plane.EndTerminating(_namespace);
            await _plane.AllReady(_namespace);
        }

        await _plane.Quiet();
    }

    private Task Image(string image) => _plane.Change<StatefulSet>(_namespace, "web", set => set with
    {
        Spec = set.Spec! with { Template = set.Spec.Template! with { Spec = set.Spec.Template.Spec! with { Containers = [new() { Name = "c", Image = image }] } } },
    });

    private async Task<StatefulSetStatus> Status() => (await _plane.Get<StatefulSet>(_namespace, "web"))!.Status!;

    private async Task<IEnumerable<string?>> Names() => (await _plane.List<Pod>(_namespace)).Select(pod => pod.Metadata!.Name).Order(StringComparer.Ordinal);

    private async Task<List<string?>> Images() => [.. (await _plane.List<Pod>(_namespace))
        .OrderBy(pod => pod.Metadata!.Name, StringComparer.Ordinal).Select(pod => pod.Spec!.Containers![0].Image)];

    private async Task<IEnumerable<string?>> Owners(string claim) =>
        ((await _plane.Get<PersistentVolumeClaim>(_namespace, claim))!.Metadata!.OwnerReferences ?? []).Select(owner => owner.Kind);
}
