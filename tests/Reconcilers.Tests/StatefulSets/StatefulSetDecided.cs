using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Selectors;
using CloudletK8s.Api.Values;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.ControllerRuntime.Work;
using CloudletK8s.Reconcilers.Revisions;
using CloudletK8s.Reconcilers.StatefulSets;

namespace CloudletK8s.Reconcilers.Tests.StatefulSets;

/// <summary>
/// The table of decisions. Pods are told by a letter each, from ordinal 0: r(eady), s(tarting), f(ailed), t(erminating), - for none;
/// a capital letter has the new revision.
/// </summary>
public sealed class StatefulSetDecided
{
    private static readonly DateTimeOffset _now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("", 3, "+0")]
    [InlineData("S", 3, "")]
    [InlineData("R", 3, "+1")]
    [InlineData("R-R", 3, "+1")]
    [InlineData("RRR", 3, "")]
    [InlineData("RRRRR", 3, "-4")]
    [InlineData("RRRRT", 3, "")]
    [InlineData("RRRSR", 3, "-4")]
    [InlineData("RRRSS", 3, "")] // the lower one in trouble first
    [InlineData("RRRRS", 3, "-4")] // the only one in trouble may go
    [InlineData("RSRRR", 3, "")]
    [InlineData("RFR", 3, "-1")]
    [InlineData("rrr", 3, "-2")]
    [InlineData("rrT", 3, "")]
    [InlineData("rrS", 3, "")]
    [InlineData("rrR", 3, "-1")]
    [InlineData("RRRR", 0, "-3")]
    public void In_order(string pods, int replicas, string expected) => Assert.Equal(expected, Did(Decide(pods, replicas)));

    [Theory]
    [InlineData("", 3, "+0 +1 +2")]
    [InlineData("S-T", 3, "+1")]
    [InlineData("RRSRR", 2, "-4 -3 -2")]
    [InlineData("fRF", 3, "-0 -2")]
    [InlineData("srr", 3, "-2")]
    public void In_parallel(string pods, int replicas, string expected) =>
        Assert.Equal(expected, Did(Decide(pods, replicas, spec => spec with { PodManagementPolicy = "Parallel" })));

    [Theory]
    [InlineData("rrrrr", 2, "", "-4 -3")]
    [InlineData("rrrrS", 2, "", "-3")]
    [InlineData("rrrST", 2, "", "")]
    [InlineData("rrrrr", 0, "40%", "-4 -3")]
    [InlineData("rrrrr", 0, "1%", "-4")] // a percentage of few pods still lets one go
    public void With_several_unavailable(string pods, int number, string percent, string expected) => Assert.Equal(expected, Did(Decide(pods, 5, spec => spec with
    {
        PodManagementPolicy = "Parallel",
        UpdateStrategy = new() { Type = "RollingUpdate", RollingUpdate = new() { MaxUnavailable = percent.Length > 0 ? IntOrString.Of(percent) : IntOrString.Of(number) } },
    })));

    [Theory]
    [InlineData("rrr", 2, "-2")]
    [InlineData("rrR", 2, "")]
    [InlineData("rrr", 9, "")]
    public void Down_to_a_partition(string pods, int partition, string expected) => Assert.Equal(expected, Did(Decide(pods, 3, spec => spec with
    {
        UpdateStrategy = new() { Type = "RollingUpdate", RollingUpdate = new() { Partition = partition } },
    })));

    [Fact]
    public void Makes_pods_below_the_partition_as_they_were()
    {
        var plan = Decide("-", 1, spec => spec with { UpdateStrategy = new() { Type = "RollingUpdate", RollingUpdate = new() { Partition = 1 } } });

        var pod = plan.Steps.SelectMany(step => step.Writes).OfType<Write.Create<Pod>>().Single().Object;
        Assert.Equal(("web:1", "old"), (pod.Spec!.Containers![0].Image, pod.Metadata!.Labels!["controller-revision-hash"]));
    }

    [Fact]
    public void Waits_for_a_claim_that_goes_with_the_last_pod_of_its_name()
    {
        static StatefulSetSpec Spec(StatefulSetSpec spec) => spec with
        {
            VolumeClaimTemplates = [new() { Metadata = new() { Name = "data" }, Spec = new() }],
            PersistentVolumeClaimRetentionPolicy = new() { WhenScaled = "Delete" },
        };
        var claim = new PersistentVolumeClaim { Metadata = new() { Name = "data-web-0", OwnerReferences = [new() { Kind = "Pod", Name = "web-0", Uid = "before" }] } };

        Assert.Equal("", Did(Decide("", 1, Spec, claim)));
        Assert.Equal("", Did(Decide("", 1, Spec, claim with { Metadata = new() { Name = "data-web-0", DeletionTimestamp = _now } })));
        Assert.Equal("+0", Did(Decide("", 1, Spec, claim with { Metadata = new() { Name = "data-web-0" } })));
    }

    [Fact]
    public void Counts_ready_pods_as_available_after_their_time()
    {
        var plan = Decide("RR", 3, spec => spec with { MinReadySeconds = 90 });

        Assert.Equal("", Did(plan));
        Assert.Equal(TimeSpan.FromSeconds(30), Assert.IsType<ReconcileResult.RequeueAfter>(plan.Result).Delay);
        var status = ((Write.UpdateStatus<StatefulSet>)plan.Status!(PlanOutcome.AllDone)!).Object.Status!;
        Assert.Equal((2, 2, 0), (status.Replicas, status.ReadyReplicas, status.AvailableReplicas));
    }

    private static Plan Decide(string pods, int replicas, Func<StatefulSetSpec, StatefulSetSpec>? change = null, PersistentVolumeClaim? claim = null)
    {
        var spec = new StatefulSetSpec
        {
            Replicas = replicas,
            Selector = new() { MatchLabels = Labels },
            Template = Template(2),
            RevisionHistoryLimit = 10,
            PodManagementPolicy = "OrderedReady",
            UpdateStrategy = new() { Type = "RollingUpdate", RollingUpdate = new() { Partition = 0 } },
        };
        var set = new StatefulSet
        {
            Metadata = new() { Name = "web", Namespace = "n", Uid = "s", Generation = 2 },
            Spec = change?.Invoke(spec) ?? spec,
            Status = new() { CurrentRevision = "old", UpdateRevision = "new" },
        };
        ControllerRevision[] revisions = [Revision("old", 1), Revision("new", 2)];
        return StatefulSetPlan.Decide(
            new(set, LabelRequirements.OfLabels(Labels), [.. pods.Select(Pod).OfType<Pod>()], revisions, _ => null, name => claim?.Metadata!.Name == name ? claim : null), _now);
    }

    private static string Did(Plan plan) => string.Join(' ', plan.Steps.SelectMany(step => step.Writes).Select(write => write switch
    {
        Write.Create<Pod> create => "+" + create.Object.Metadata!.Name![4..],
        Write.Delete<Pod> delete => "-" + delete.Object.Metadata!.Name![4..],
        _ => null,
    }).OfType<string>());

    private static Pod? Pod(char state, int ordinal) => state == '-' ? null : new()
    {
        Metadata = new()
        {
            Name = $"web-{ordinal}",
            Namespace = "n",
            Uid = $"p{ordinal}",
            OwnerReferences = [new() { Uid = "s", Controller = true, Kind = "StatefulSet", Name = "web", ApiVersion = "apps/v1" }],
            DeletionTimestamp = char.ToLowerInvariant(state) == 't' ? _now : null,
            Labels = new Dictionary<string, string>(Labels)
            {
                ["controller-revision-hash"] = char.IsUpper(state) ? "new" : "old", ["statefulset.kubernetes.io/pod-name"] = $"web-{ordinal}",
            },
        },
        Spec = new(),
        Status = new()
        {
            Phase = char.ToLowerInvariant(state) switch { 'f' => "Failed", 's' => "Pending", _ => "Running" },
            Conditions = [new() { Type = "Ready", Status = char.ToLowerInvariant(state) == 'r' ? "True" : "False", LastTransitionTime = _now.AddMinutes(-1) }],
        },
    };

    private static ControllerRevision Revision(string name, int image) => new()
    {
        Metadata = new()
        {
            Name = name,
            Labels = Labels,
            OwnerReferences = [new() { Uid = "s", Controller = true, Kind = "StatefulSet", Name = "web", ApiVersion = "apps/v1" }],
        },
        Data = TemplateRevision.DataOf(Template(image)),
        Revision = image,
    };

    private static PodTemplateSpec Template(int image) => new()
    {
        Metadata = new() { Labels = Labels },
        Spec = new() { Containers = [new() { Name = "c", Image = $"web:{image}" }] },
    };

    private static Dictionary<string, string> Labels => new() { ["app"] = "web" };
}
