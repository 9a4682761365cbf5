using CloudletK8s.SchedulerFn.Placements;
using CloudletK8s.SchedulerFn.Tests.Builders;

namespace CloudletK8s.SchedulerFn.Tests.Preemption;

public sealed class RoomForPods
{
    [Theory]
    [InlineData("a cpu=2", "o @a cpu=2", "cpu=1 prio=1", "a: o")]
    [InlineData("a cpu=2", "o @a cpu=2 prio=1", "cpu=1 prio=1", "0/1 nodes are available: 1 No preemption victims found for incoming pod.")]
    [InlineData("a cpu=2", "o @a cpu=2 prio=2", "cpu=1 prio=1", "0/1 nodes are available: 1 No preemption victims found for incoming pod.")]
    [InlineData("a cpu=2", "o @a cpu=2", "cpu=1 prio=1 never", "not eligible due to preemptionPolicy=Never.")]
    [InlineData("a cpu=2", "o @a cpu=2", "cpu=3 prio=1", "0/1 nodes are available: 1 Insufficient cpu.")]
    [InlineData("a cpu=2 cordoned", "o @a cpu=2", "cpu=1 prio=1", "0/1 nodes are available: 1 Preemption is not helpful for scheduling.")]
    [InlineData("a cpu=2; b cpu=2 taint:k=v", "o @a cpu=2 prio=5; p @b cpu=2", "cpu=1 prio=1", "0/2 nodes are available: 1 No preemption victims found for incoming pod, 1 Preemption is not helpful for scheduling.")]
    [InlineData("a cpu=2", "o @a cpu=1; p @a cpu=1", "cpu=1 prio=1", "a: p")]
    [InlineData("a cpu=2", "o @a cpu=1 start=9; p @a cpu=1 start=1", "cpu=1 prio=1", "a: o")]
    [InlineData("a cpu=2", "o @a cpu=1 prio=3; p @a cpu=1 prio=2", "cpu=1 prio=5", "a: p")]
    [InlineData("a cpu=2", "o @a cpu=1 prio=3; p @a cpu=1 prio=2", "cpu=2 prio=5", "a: o p")]
    [InlineData("a cpu=2; b cpu=2", "o @a cpu=2 prio=3; p @b cpu=2 prio=2", "cpu=1 prio=5", "b: p")]
    [InlineData("a cpu=2; b cpu=2", "o @a cpu=1 prio=2; p @a cpu=1 prio=2; q @b cpu=2 prio=2", "cpu=2 prio=5", "b: q")]
    [InlineData("a cpu=2; b cpu=2", "o @a cpu=2 prio=2 start=1; p @b cpu=2 prio=2 start=5", "cpu=2 prio=5", "b: p")]
    [InlineData("a cpu=2; b cpu=2", "o @a cpu=1 prio=2; p @a cpu=1 prio=1; q @b cpu=2 prio=2", "cpu=2 prio=5", "b: q")]
    [InlineData("a pods=1", "o @a", "prio=1", "a: o")]
    [InlineData("a", "o @a port=80; p @a port=81", "prio=1 port=81", "a: p")]
    [InlineData("a gpu=1", "o @a gpu=1; p @a cpu=1", "prio=1 gpu=1", "a: o")]
    [InlineData("a", "o @a gce=d; p @a", "prio=1 gce=d", "a: o")]
    [InlineData("a zone=x", "o @a app=w; p @a app=z", "prio=1 anti:zone:app=w", "a: o")]
    [InlineData("a zone=x", "o @a anti:zone:app=w; p @a", "prio=1 app=w", "a: o")]
    [InlineData("a zone=x; b zone=x", "o @a app=w", "prio=1 cpu=9 anti:zone:app=w", "0/2 nodes are available: 1 Insufficient cpu, 1 No preemption victims found for incoming pod.")]
    [InlineData("a zone=x; b zone=y", "o @a app=w; p @a app=w; q @b app=w prio=9", "prio=1 app=w spread:zone:1:app=w:anywhere sel:zone=x", "a: p")]
    [InlineData("a zone=x", "o @a app=q", "prio=1 aff:zone:app=w", "0/1 nodes are available: 1 Preemption is not helpful for scheduling.")]
    [InlineData("a cpu=2", "o @a cpu=2 preempted", "cpu=1 prio=1 nominated=a", "not eligible due to a terminating pod on the nominated node.")]
    [InlineData("a cpu=2", "o @a cpu=2 leaving", "cpu=1 prio=1 nominated=a", "a: o")]
    [InlineData("a cpu=2; b cpu=2", "o @a cpu=2 preempted; p @b cpu=2", "cpu=1 prio=1", "a: o")]
    [InlineData("a cpu=2", "o @a cpu=2; n nominated=a prio=1 cpu=1", "cpu=2 prio=5", "a: o, n loses its place")]
    [InlineData("a cpu=2", "o @a cpu=1; n nominated=a prio=5 cpu=2", "cpu=1 prio=5", "0/1 nodes are available: 1 Insufficient cpu.")]
    [InlineData("a cpu=2", "o @a cpu=2", "cpu=1 prio=1 pvc=none", "0/1 nodes are available: 1 Preemption is not helpful for scheduling.")]
    [InlineData("a cpu=2; b cpu=2", "o @a cpu=2; p @b cpu=2", "cpu=1 prio=1 want:name=b", "b: p")]
    public void Is_made_where_it_costs_the_least(string nodes, string existing, string pod, string expected)
    {
        var given = new Given(nodes, existing);
        if (pod.Contains("nominated", StringComparison.Ordinal))
            given.State.Apply(PodText.One($"new {pod}"));

        Assert.Equal(expected, given.Preemption(pod));
    }

    [Theory]
    [InlineData("a cpu=2; b cpu=2", "o @a cpu=2 app=w; p @b cpu=2 app=z prio=1", "w app=w 0", "b: p")]
    [InlineData("a cpu=2; b cpu=2", "o @a cpu=2 app=w; p @b cpu=2 app=z prio=1", "w app=w 1", "a: o")]
    [InlineData("a cpu=2; b cpu=2", "o @a cpu=2 app=w; p @b cpu=2 app=z prio=1", "w app=w 0 o", "a: o")]
    [InlineData("a cpu=2", "o @a cpu=2 app=w", "w app=w 0", "a: o, 1 over budget")]
    [InlineData("a cpu=2", "o @a cpu=1 app=w; p @a cpu=1 app=z prio=1", "w app=w 0", "a: p")]
    [InlineData("a cpu=2", "o @a cpu=1 app=w; p @a cpu=1 app=w prio=1", "w app=w 1", "a: p")]
    [InlineData("a cpu=2", "o @a cpu=2 app=w ns=other", "w app=w 0", "a: o")]
    [InlineData("a cpu=2", "o @a cpu=2", "w * 0", "a: o")]
    [InlineData("a cpu=2", "o @a cpu=2 app=w", "w * 0", "a: o")]
    [InlineData("a cpu=2", "o @a cpu=2 app=w", "w app=w 0; v app 0", "a: o, 1 over budget")]
    public void Is_made_within_budgets_where_it_can(string nodes, string existing, string budgets, string expected) =>
        Assert.Equal(expected, new Given(nodes, existing).WithBudgets(budgets).Preemption("cpu=1 prio=5"));

    [Fact]
    public void Is_not_made_where_the_profile_does_not_preempt() =>
        Assert.Equal("not tried", new Given("a cpu=2", "o @a cpu=2", profile: new() { Preempts = false }).Preemption("cpu=1 prio=1"));

    [Fact]
    public void Is_kept_for_who_was_promised_it()
    {
        var given = new Given("a cpu=2", "o @a cpu=2");
        var first = given.State.Compiler.Compile(PodText.One("first cpu=2 prio=5"));
        given.State.Nominate(first, "a");
        given.State.RemovePod("default", "o");

        Assert.IsType<Placement.Unschedulable>(given.Schedule("cpu=1 prio=5"));
        Assert.IsType<Placement.Placed>(given.Schedule("cpu=1 prio=6"));
        Assert.Equal("a", Assert.IsType<Placement.Placed>(given.Engine.Schedule(first)).Node);

        given.State.Nominate(first, null);
        Assert.IsType<Placement.Placed>(given.Schedule("cpu=1 prio=5"));
    }
}
