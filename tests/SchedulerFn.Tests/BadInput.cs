using CloudletK8s.SchedulerFn.Placements;
using CloudletK8s.SchedulerFn.Tests.Builders;

namespace CloudletK8s.SchedulerFn.Tests;

public sealed class BadInput
{
    [Theory]
    [InlineData("a cpu=-4", "", "cpu=1", "0/1 nodes are available: 1 Insufficient cpu.")]
    [InlineData("a cpu=-4", "", "", "a")]
    [InlineData("a cpu=0 mem=0 disk=0 pods=0", "", "", "0/1 nodes are available: 1 Too many pods.")]
    [InlineData("a pods=-1", "", "", "0/1 nodes are available: 1 Too many pods.")]
    [InlineData("a mem=-1", "", "mem=1", "0/1 nodes are available: 1 Insufficient memory.")]
    [InlineData("a", "", "example.com/nothing=1", "0/1 nodes are available: 1 Insufficient example.com/nothing.")]
    [InlineData("a cpu=9E mem=8E", "o @a cpu=9E mem=8E; p @a cpu=9E mem=8E", "cpu=1", "0/1 nodes are available: 1 Insufficient cpu.")]
    [InlineData("a", "o @a cpu=9E mem=9E", "", "a")]
    [InlineData("a mem=8E", "", "mem=9E", "0/1 nodes are available: 1 Insufficient memory.")]
    [InlineData("a", "", "cpu=-1", "a")]
    [InlineData("a", "o @a cpu=-1", "cpu=4", "a")]
    [InlineData("a", "o @a cpu=-1", "cpu=4500m", "0/1 nodes are available: 1 Insufficient cpu.")]
    [InlineData("a gpu=1", "o @a gpu=-1", "gpu=2", "0/1 nodes are available: 1 Insufficient example.com/gpu.")]
    [InlineData("a", "", "sel:zone=", "0/1 nodes are available: 1 node(s) didn't match Pod's node affinity/selector.")]
    [InlineData("a", "", "aff:zone:app=w", "0/1 nodes are available: 1 node(s) didn't match pod affinity rules.")]
    [InlineData("a zone=x", "o @gone app=w", "aff:zone:app=w", "0/1 nodes are available: 1 node(s) didn't match pod affinity rules.")]
    [InlineData("a zone=x", "o @gone app=w anti:zone:app=w", "app=w", "a")]
    public void Is_counted_and_refused_like_any(string nodes, string existing, string pod, string expected) =>
        Assert.Equal(expected, new Given(nodes, existing).Outcome(pod));

    [Theory]
    [InlineData(int.MinValue, int.MaxValue, true)]
    [InlineData(int.MaxValue, int.MaxValue, false)]
    [InlineData(int.MaxValue - 1, int.MaxValue, true)]
    [InlineData(int.MinValue, int.MinValue, false)]
    [InlineData(int.MinValue, int.MinValue + 1, true)]
    [InlineData(0, int.MinValue, false)]
    public void Priorities_are_compared_to_the_limits_of_integers(int old, int mine, bool preempts)
    {
        var given = new Given("a cpu=2", $"o @a cpu=2 prio={old}; p @a prio={old}");

        Assert.Equal(preempts ? "a: o" : "0/1 nodes are available: 1 No preemption victims found for incoming pod.", given.Preemption($"cpu=2 prio={mine}"));
    }

    [Fact]
    public void More_resources_than_a_code_has_bits_are_all_named()
    {
        var given = new Given("a");
        var asks = string.Join(' ', Enumerable.Range(0, 70).Select(number => $"example.com/r{number:D2}=1"));

        var refused = Assert.IsType<Placement.Unschedulable>(given.Schedule(asks));

        Assert.Equal(70, refused.Diagnosis.Refusals.Count);
        Assert.All(refused.Diagnosis.Refusals, refusal => Assert.Equal(1, refusal.Nodes));
    }

    [Fact]
    public void A_thousand_pods_that_fit_nowhere_do_not_change_what_becomes_of_one_that_fits()
    {
        var given = new Given("a; b; c");
        for (var i = 0; i < 1000; i++)
            Assert.IsType<Placement.Unschedulable>(given.Schedule($"cpu=9 number={i} prio={i}"));

        Assert.IsType<Placement.Placed>(given.Schedule("cpu=1"));
    }

    [Fact]
    public void Removing_what_is_not_there_changes_nothing()
    {
        var given = new Given("a");
        given.State.RemoveNode("z");
        given.State.RemovePod("default", "z");
        given.State.Forget(given.State.Compiler.Compile(PodText.One("z")));
        given.State.Nominate(given.State.Compiler.Compile(PodText.One("z")), null);
        given.State.RemovePersistentVolumeClaim("default", "z");

        Assert.Equal(1, given.State.NodeCount);
        Assert.Equal("a", given.Outcome(""));
    }

    [Fact]
    public void A_node_that_goes_and_comes_back_finds_its_pods_again()
    {
        var given = new Given("a cpu=2; b", "o @a cpu=2 app=w anti:host:app=w");
        given.State.RemoveNode("a");
        Assert.Equal("b", given.Outcome("app=w"));

        given.State.Apply(NodeText.One("a cpu=2"));
        Assert.Equal("0/2 nodes are available: 1 Insufficient cpu, 1 node(s) didn't match Pod's node affinity/selector.", given.Outcome("cpu=1 sel:host=a"));
        Assert.Equal("b", given.Outcome("app=w"));
    }
}
