using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.ControllerRuntime.Work;
using CloudletK8s.Reconcilers.TaintEviction;

namespace CloudletK8s.Reconcilers.Tests.TaintEviction;

public sealed class PodOnATaintedNode
{
    private static readonly DateTimeOffset s_now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Taint s_taint = new() { Key = "k", Value = "v", Effect = "NoExecute", TimeAdded = s_now };

    [Fact]
    public void Goes_at_once_without_a_toleration() => Assert.True(IsDeleted(Decide(s_taint)));

    [Fact]
    public void Stays_for_good_when_it_tolerates_for_good()
    {
        var plan = Decide(s_taint, new Toleration { Operator = "Exists" });

        Assert.False(IsDeleted(plan));
        Assert.IsType<ReconcileResult.Done>(plan.Result);
    }

    [Fact]
    public void Stays_as_long_as_it_tolerates()
    {
        var plan = Decide(s_taint, new Toleration { Key = "k", Value = "v", Effect = "NoExecute", TolerationSeconds = 30 });

        Assert.False(IsDeleted(plan));
        Assert.Equal(TimeSpan.FromSeconds(30), Assert.IsType<ReconcileResult.RequeueAfter>(plan.Result).Delay);
    }

    [Fact]
    public void Counts_from_when_it_came_to_the_node()
    {
        var plan = TaintEvictionPlan.Decide(View(s_taint, s_now.AddSeconds(100), [new() { Key = "k", Operator = "Exists", TolerationSeconds = 30 }]), s_now.AddSeconds(110));

        Assert.Equal(TimeSpan.FromSeconds(20), Assert.IsType<ReconcileResult.RequeueAfter>(plan.Result).Delay);
    }

    [Fact]
    public void Goes_when_it_tolerates_another_value() =>
        Assert.True(IsDeleted(Decide(s_taint, new Toleration { Key = "k", Value = "other", Effect = "NoExecute" })));

    [Fact]
    public void Goes_after_the_shortest_of_its_tolerations()
    {
        var plan = Decide(
            s_taint, new Toleration { Key = "k", Operator = "Exists", TolerationSeconds = 30 }, new Toleration { Operator = "Exists", TolerationSeconds = 10 });

        Assert.Equal(TimeSpan.FromSeconds(10), Assert.IsType<ReconcileResult.RequeueAfter>(plan.Result).Delay);
    }

    [Fact]
    public void Lets_the_taint_remember_since_when()
    {
        var plan = Decide(s_taint with { TimeAdded = null }, new Toleration { Operator = "Exists", TolerationSeconds = 10 });

        var update = Assert.IsType<Write.Update<Node>>(Assert.Single(Assert.Single(plan.Steps).Writes));
        Assert.Equal(s_now, update.Object.Spec!.Taints![0].TimeAdded);
    }

    private static Plan Decide(Taint taint, params Toleration[] tolerations) => TaintEvictionPlan.Decide(View(taint, s_now.AddHours(-1), tolerations), s_now);

    private static TaintedNodeView View(Taint taint, DateTimeOffset scheduled, IReadOnlyList<Toleration> tolerations) => new(
        new() { Metadata = new() { Name = "n" }, Spec = new() { Taints = [taint] } },
        [
            new()
            {
                Metadata = new() { Name = "p", Namespace = "x", Uid = "u" },
                Spec = new() { NodeName = "n", Tolerations = tolerations },
                Status = new() { Conditions = [new() { Type = "PodScheduled", Status = "True", LastTransitionTime = scheduled }] },
            },
        ]);

    private static bool IsDeleted(Plan plan) => plan.Steps.SelectMany(step => step.Writes).Any(write => write is Write.Delete<Pod>);
}
