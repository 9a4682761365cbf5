using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.ControllerRuntime.Work;
using CloudletK8s.Reconcilers.Deployments;

namespace CloudletK8s.Reconcilers.Tests.Deployments;

/// <summary>The table of decisions: image 2 is the deployment's, image 1 an old one.</summary>
public sealed class DeploymentDecided
{
    [Theory]
    [InlineData(10, "25%", "25%", "new=3 web-1=8")] // surge is rounded up, unavailable down
    [InlineData(10, "0", "1", "new=0 web-1=9")]
    [InlineData(10, "100%", "0", "new=10")]
    [InlineData(1, "1", "0", "new=1")]
    [InlineData(1, "25%", "25%", "new=1")]
    [InlineData(3, "0", "10%", "new=0 web-1=2")] // both come to nothing: one may be unavailable
    [InlineData(2, "0", "100%", "new=0 web-1=0")]
    public void Starts_within_its_fenceposts(int replicas, string maxSurge, string maxUnavailable, string expected) =>
        Assert.Equal(expected, Given.Decide(Given.Deployment(replicas, maxSurge, maxUnavailable), false, Given.Set(1, replicas, replicas)).Sizes());

    [Theory]
    [InlineData(10, 8, 8, 3, 0, "2", "2", "web-2=4")] // what is given up makes room
    [InlineData(10, 8, 8, 5, 2, "3", "2", "web-1=6")]
    [InlineData(10, 8, 2, 5, 5, "3", "2", "web-1=3")] // pods that do not work go first
    [InlineData(10, 0, 0, 10, 10, "3", "2", "")]
    [InlineData(10, 0, 0, 12, 10, "3", "2", "web-2=10")]
    [InlineData(10, 2, 0, 10, 10, "3", "2", "web-1=0")]
    public void Moves_on_as_far_as_pods_are_available(
        int replicas, int old, int oldAvailable, int young, int youngAvailable, string maxSurge, string maxUnavailable, string expected) =>
        Assert.Equal(expected, Given.Decide(Given.Deployment(replicas, maxSurge, maxUnavailable), false, Given.Set(1, old, oldAvailable), Given.Set(2, young, youngAvailable)).Sizes());

    [Theory]
    [InlineData(5, "web-2=3 web-1=5")] // the surge is 3 before and after: 13 become 8
    [InlineData(20, "web-2=9 web-1=14")]
    [InlineData(0, "web-2=0 web-1=0")]
    [InlineData(10, "")]
    public void Is_scaled_in_proportion_in_the_middle_of_a_rollout(int replicas, string expected)
    {
        var plan = Given.Decide(Given.Deployment(replicas, "3", "2"), false, Given.Set(1, 8, 8, desired: 10, max: 13), Given.Set(2, 5, 0, desired: 10, max: 13));

        Assert.Equal(expected, plan.Sizes());
    }

    [Fact]
    public void Scales_the_only_active_set_without_a_rollout() =>
        Assert.Equal("web-2=7", Given.Decide(Given.Deployment(7), false, Given.Set(1, 0, 0), Given.Set(2, 3, 3, desired: 3, max: 4)).Sizes());

    [Fact]
    public void Holds_its_rollout_while_it_is_paused_and_still_follows_its_replicas()
    {
        var deployment = Given.Deployment(5);
        var plan = Given.Decide(deployment with { Spec = deployment.Spec! with { Paused = true } }, false, Given.Set(1, 3, 3, desired: 3, max: 4));

        Assert.Equal("web-1=5", plan.Sizes());
        Assert.Equal(("Unknown", "DeploymentPaused", "Deployment is paused"), Said(plan.Wanted().Condition("Progressing")));
    }

    [Fact]
    public void Recreates_only_after_the_last_old_pod()
    {
        var deployment = Given.Deployment(3, maxSurge: null);

        Assert.Equal("web-1=0", Given.Decide(deployment, true, Given.Set(1, 3, 3)).Sizes());
        Assert.Equal("", Given.Decide(deployment, true, Given.Set(1, 0, 0)).Sizes());
        Assert.Equal("new=3", Given.Decide(deployment, false, Given.Set(1, 0, 0)).Sizes());
    }

    [Fact]
    public void Raises_the_revision_of_a_set_that_it_goes_back_to()
    {
        var plan = Given.Decide(Given.Deployment(1, "1", "0", image: 1), false, Given.Set(1, 0, 0), Given.Set(2, 1, 1));

        var set = plan.Steps[0].Writes.OfType<Write.Update<ReplicaSet>>().Single().Object;
        Assert.Equal("3", set.Metadata!.Annotations![SetAnnotations.Revision]);
        Assert.Equal("1", set.Metadata.Annotations["deployment.kubernetes.io/revision-history"]);
        Assert.Equal("3", plan.Wanted().Metadata!.Annotations![SetAnnotations.Revision]);
    }

    [Fact]
    public void Takes_another_name_when_the_first_one_is_somebody_elses()
    {
        var deployment = Given.Deployment(1);
        var first = Given.Decide(deployment, false).Steps[0].Writes.OfType<Write.Create<ReplicaSet>>().Single().Object;
        var stranger = Given.Set(9, 1, 1) with { Metadata = new() { Name = first.Metadata!.Name, Namespace = "n", OwnerReferences = [new() { Uid = "x", Controller = true }] } };

        var plan = Given.Decide(deployment, false, stranger);

        Assert.NotEqual(first.Metadata.Name, plan.Steps[0].Writes.OfType<Write.Create<ReplicaSet>>().Single().Object.Metadata!.Name);
        Assert.Equal(1, plan.Wanted().Status!.CollisionCount);
    }

    [Fact]
    public void Forgets_old_sets_beyond_its_history_once_it_is_complete()
    {
        var deployment = Given.Deployment(1, image: 4);
        deployment = deployment with { Spec = deployment.Spec! with { RevisionHistoryLimit = 1 } };

        Assert.Equal("-web-1 -web-2", Given.Decide(deployment, false, Given.Set(3, 0, 0), Given.Set(1, 0, 0), Given.Set(2, 0, 0), Given.Set(4, 1, 1)).Sizes());
        Assert.DoesNotContain("-web", Given.Decide(deployment, false, Given.Set(1, 0, 0), Given.Set(2, 0, 0), Given.Set(4, 1, 0)).Sizes(), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_that_a_rollout_is_late_and_when_to_look()
    {
        var deployment = Given.Deployment(1, "1", "0");
        var since = Given.Now.AddSeconds(-599);
        DeploymentCondition progressing = new() { Type = "Progressing", Status = "True", Reason = "ReplicaSetUpdated", LastUpdateTime = since, LastTransitionTime = since };
        deployment = deployment with { Status = new() { Replicas = 2, UpdatedReplicas = 1, ReadyReplicas = 1, AvailableReplicas = 1, Conditions = [progressing] } };
        var sets = new[] { Given.Set(1, 1, 1), Given.Set(2, 1, 0) };

        Assert.Equal(TimeSpan.FromSeconds(1), Assert.IsType<ReconcileResult.RequeueAfter>(Given.Decide(deployment, false, sets).Result).Delay);

        progressing = progressing with { LastUpdateTime = since.AddSeconds(-1) };
        var late = Given.Decide(deployment with { Status = deployment.Status! with { Conditions = [progressing] } }, false, sets);
        Assert.Equal(("False", "ProgressDeadlineExceeded", "ReplicaSet \"web-2\" has timed out progressing."), Said(late.Wanted().Condition("Progressing")));
        Assert.IsType<ReconcileResult.Done>(late.Result);
    }

    [Fact]
    public void Gives_time_anew_to_a_late_rollout_that_goes_back()
    {
        var deployment = Given.Deployment(1, "1", "0");
        DeploymentCondition late = new() { Type = "Progressing", Status = "False", Reason = "ProgressDeadlineExceeded", LastUpdateTime = Given.Now, LastTransitionTime = Given.Now };
        deployment = deployment with { Status = new() { Replicas = 2, UpdatedReplicas = 1, ReadyReplicas = 1, AvailableReplicas = 1, Conditions = [late] } };

        var back = Given.Decide(deployment, false, Given.Set(2, 1, 1), Given.Set(3, 1, 0));
        Assert.Equal(("True", "FoundNewReplicaSet", "Found new replica set \"web-2\""), Said(back.Wanted().Condition("Progressing")));

        var stillLate = Given.Decide(deployment, false, Given.Set(1, 1, 1), Given.Set(2, 1, 0));
        Assert.Equal("ProgressDeadlineExceeded", stillLate.Wanted().Condition("Progressing")!.Reason);
    }

    [Fact]
    public void Says_why_it_could_not_make_its_set()
    {
        var plan = Given.Decide(Given.Deployment(1), false);
        var write = plan.Steps[0].Writes[0];
        var refusal = new Status { Message = "over quota" };

        var status = plan.Wanted(new PlanOutcome([(write, refusal)]));

        var name = ((Write.Create<ReplicaSet>)write).Object.Metadata!.Name;
        Assert.Equal(("False", "ReplicaSetCreateError", $"Failed to create new replica set \"{name}\": over quota"), Said(status.Condition("Progressing")));
        Assert.Null(status.Metadata!.Annotations);
        Assert.Equal("ReplicaSetCreateError", write.Refused!(refusal)!.Reason);
    }

    [Fact]
    public void Shows_what_keeps_its_set_from_making_pods()
    {
        var set = Given.Set(2, 1, 0);
        set = set with { Status = set.Status! with { Conditions = [new() { Type = "ReplicaFailure", Status = "True", Reason = "FailedCreate", Message = "no" }] } };

        Assert.Equal(("True", "FailedCreate", "no"), Said(Given.Decide(Given.Deployment(1), false, set).Wanted().Condition("ReplicaFailure")));
    }

    private static (string?, string?, string?) Said(DeploymentCondition condition) => (condition.Status, condition.Reason, condition.Message);
}
