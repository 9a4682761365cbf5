using CloudletK8s.SchedulerFn.Pods;
using CloudletK8s.SchedulerFn.Profiles;
using CloudletK8s.SchedulerFn.Queues;

namespace CloudletK8s.SchedulerFn.Tests.Queues;

public sealed class PodsInTheQueue
{
    private readonly SchedulingQueue _queue = new(new());
    private readonly PodCompiler _compiler = new();
    private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Come_by_importance_and_then_by_age()
    {
        Add("first");
        Add("second");
        Add("important", priority: 10);
        Add("lowest", priority: int.MinValue);
        Add("highest", priority: int.MaxValue);

        Assert.Equal(["highest", "important", "first", "second", "lowest"], TakeAll());
    }

    [Fact]
    public void Come_back_after_their_back_off_when_something_happens_that_could_help_them()
    {
        Fail("a", PluginNames.NodeResourcesFit);

        _queue.Move(ClusterEvent.PlacedPodRemoved, "node", _now);
        Assert.Empty(TakeAll());
        Assert.Equal(_now.AddSeconds(1), _queue.Advance(_now));

        Pass(1);
        Assert.Equal(["a"], TakeAll());
    }

    [Fact]
    public void Do_not_come_back_for_what_cannot_help_them()
    {
        Fail("a", PluginNames.TaintToleration);
        Pass(60);

        _queue.Move(ClusterEvent.PlacedPodRemoved | ClusterEvent.Storage | ClusterEvent.NodeCapacity, "node", _now);
        Assert.Empty(TakeAll());

        _queue.Move(ClusterEvent.NodeTaints, "node", _now);
        Assert.Equal(["a"], TakeAll());
    }

    [Fact]
    public void Wait_longer_after_each_failure_up_to_a_limit()
    {
        Add("a");
        foreach (var wait in (int[])[1, 2, 4, 8, 10, 10])
        {
            Assert.Equal(["a"], TakeAll());
            FailTaken("a", PluginNames.NodeResourcesFit);
            _queue.Move(ClusterEvent.NodeAdded, null, _now);
            Pass(wait - 0.5);
            Assert.Empty(TakeAll());
            Pass(0.5);
        }
    }

    [Fact]
    public void Come_at_once_to_a_node_that_was_cleared_for_them()
    {
        Fail("a", PluginNames.NodeResourcesFit);
        _queue.Find(new("default", "a"))!.NominatedNode = "node";

        _queue.Move(ClusterEvent.PlacedPodRemoved, "node", _now);

        Assert.Equal(["a"], TakeAll());
    }

    [Fact]
    public void Come_back_when_they_ask_for_something_else()
    {
        Fail("a", PluginNames.NodeResourcesFit);
        Pass(5);

        _queue.Set(Info("a", priority: 0, label: "changed"), "2", _now);

        Assert.Equal(["a"], TakeAll());
    }

    [Fact]
    public void Stay_where_they_are_when_only_their_status_changes()
    {
        Fail("a", PluginNames.NodeResourcesFit);
        Pass(5);

        _queue.Set(Info("a", priority: 0), "2", _now);

        Assert.Empty(TakeAll());
    }

    [Fact]
    public void Do_not_hold_up_one_that_fits()
    {
        for (var i = 0; i < 1000; i++)
            Fail($"hopeless-{i}", PluginNames.NodeAffinity);
        Add("fits");

        Assert.Equal(["fits"], TakeAll());
        Assert.Equal(1000, _queue.Unschedulable);
    }

    [Fact]
    public void Are_tried_again_after_a_while_whatever_happened()
    {
        Fail("a", PluginNames.NodeAffinity);

        Pass(299);
        Assert.Empty(TakeAll());
        Pass(1);

        Assert.Equal(["a"], TakeAll());
    }

    [Fact]
    public void Are_forgotten_when_they_are_removed()
    {
        Fail("b", PluginNames.NodeAffinity);
        Add("a");

        _queue.Remove(new("default", "a"));
        _queue.Remove(new("default", "b"));
        _queue.Move((ClusterEvent)~0, null, _now);
        Pass(600);

        Assert.Empty(TakeAll());
        Assert.Equal(0, _queue.Count);
    }

    private void Add(string name, int priority = 0) => _queue.Set(Info(name, priority), "1", _now);

    private void Fail(string name, string plugin)
    {
        Add(name);
        Assert.Equal([name], TakeAll());
        FailTaken(name, plugin);
    }

    private void FailTaken(string name, string plugin) => _queue.Fail(_queue.Find(new("default", name))!, QueueingHints.Of([plugin]), _now);

    private void Pass(double seconds)
    {
        _now = _now.AddSeconds(seconds);
        _queue.Advance(_now);
    }

    private List<string> TakeAll()
    {
        var taken = new List<string>();
        while (_queue.TryTake(out var pod))
            taken.Add(pod.Info.Name);
        return taken;
    }

    private PodInfo Info(string name, int priority, string label = "") => _compiler.Compile(new()
    {
        Metadata = new() { Name = name, Namespace = "default", Uid = name, Labels = new Dictionary<string, string> { ["label"] = label } },
        Spec = new() { Priority = priority, SchedulerName = "default-scheduler", Containers = [new() { Name = "c" }] },
    });
}
