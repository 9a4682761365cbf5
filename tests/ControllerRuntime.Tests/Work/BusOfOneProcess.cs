using CloudletK8s.ControllerRuntime.Work;
using CloudletK8s.ControllerRuntime.Work.InProcess;
using CloudletK8s.TestKit.Controllers;

namespace CloudletK8s.ControllerRuntime.Tests.Work;

/// <summary>What only this bus promises, on a clock that the test moves.</summary>
public sealed class BusOfOneProcess : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<WorkKey> _seen = [];

    public void Dispose() => _stopping.Dispose();

    [Fact]
    public async Task Takes_keys_that_wait_for_one()
    {
        using var bus = Bus(new());
        await Publish(bus, "a", "a", "b", "a");
        var running = bus.Run(Done, _stopping.Token);

        await Idle(bus);
        await Stop(running);

        Assert.Equal([Key("a"), Key("b")], _seen);
    }

    [Fact]
    public async Task Runs_a_key_at_once_and_then_no_more_often_than_the_spacing_allows()
    {
        using var bus = Bus(new() { Spacing = TimeSpan.FromMilliseconds(20) });
        var running = bus.Run(Done, _stopping.Token);
        await Publish(bus, "a");
        await Idle(bus);

        await Publish(bus, "a");
        await Publish(bus, "a");
        await Idle(bus);
        Assert.Single(_seen);
        _time.Advance(TimeSpan.FromMilliseconds(20));
        await Idle(bus);
        await Stop(running);

        Assert.Equal(2, _seen.Count);
    }

    [Fact]
    public async Task Forgets_a_key_that_is_done()
    {
        using var bus = Bus(new());
        var running = bus.Run(Done, _stopping.Token);
        await Publish(bus, "a");
        await Idle(bus);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(0, bus.Pending);
        Assert.Null(_time.Next);
        await Stop(running);
    }

    [Fact]
    public async Task Waits_longer_after_each_failure()
    {
        using var bus = Bus(new() { Spacing = TimeSpan.Zero, Backoff = new() { First = TimeSpan.FromSeconds(1), Longest = TimeSpan.FromSeconds(4) } });
        var running = bus.Run((key, _) => { _seen.Add(key); return ValueTask.FromResult<ReconcileResult>(new ReconcileResult.Failed("no")); }, _stopping.Token);
        await Publish(bus, "a");
        await Idle(bus);
        var pauses = new List<double>();
        for (var failure = 1; failure <= 4; failure++)
        {
            pauses.Add((_time.Next!.Value - _time.GetUtcNow()).TotalSeconds);
            _time.AdvanceTo(_time.Next!.Value);
            await Idle(bus);
        }

        await Stop(running);
        Assert.Equal(5, _seen.Count);
        Assert.InRange(pauses[0], 1, 2);
        Assert.InRange(pauses[1], 2, 4);
        Assert.InRange(pauses[2], 4, 8);
        Assert.InRange(pauses[3], 4, 8);
    }

    [Fact]
    public async Task Moves_a_key_forward_that_waits_for_later()
    {
        using var bus = Bus(new());
        var running = bus.Run(Done, _stopping.Token);
        await bus.Publish([Key("a")], TimeSpan.FromHours(1), "", CancellationToken.None);
        await Idle(bus);
        Assert.Empty(_seen);

        await Publish(bus, "a");
        await Idle(bus);

        Assert.Single(_seen);
        await Stop(running);
    }

    [Fact]
    public async Task Looks_at_everything_again_when_it_had_to_drop_keys()
    {
        using var bus = Bus(new() { MaximumKeys = 4, Spacing = TimeSpan.Zero, Everything = controller => [Key("dropped-1"), Key("dropped-2")] });
        await Publish(bus, "a", "b", "c", "d", "dropped-1", "dropped-2");
        var running = bus.Run(Done, _stopping.Token);
        for (var i = 0; i < 4; i++)
        {
            await Idle(bus);
            _time.Advance(TimeSpan.FromMilliseconds(1));
        }

        await Idle(bus);
        await Stop(running);

        Assert.Equal(["a", "b", "c", "d", "dropped-1", "dropped-2"], _seen.Select(key => key.Object.Name).Order());
    }

    [Fact]
    public async Task Lets_those_at_work_finish_when_it_stops()
    {
        using var bus = Bus(new());
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = bus.Run(
            async (key, _) =>
            {
                begun.SetResult();
                await go.Task;
                _seen.Add(key);
                return ReconcileResult.Done.Instance;
            },
            _stopping.Token);
        await Publish(bus, "a");
        await begun.Task;

        await _stopping.CancelAsync();
        await Publish(bus, "b");
        Assert.False(running.IsCompleted);
        go.SetResult();
        await running;

        Assert.Equal([Key("a")], _seen);
    }

    private static Task Idle(InProcessBus bus) => bus.WhenIdle().WaitAsync(TimeSpan.FromSeconds(30));

    private InProcessBus Bus(InProcessBusOptions options) => new(options with { Workers = 1 }, _time, new Random(1));

    private static ValueTask Publish(InProcessBus bus, params string[] names) =>
        bus.Publish([.. names.Select(Key)], TimeSpan.Zero, "", CancellationToken.None);

    private static WorkKey Key(string name) => new("controller", new("default", name));

    private ValueTask<ReconcileResult> Done(WorkKey key, CancellationToken cancellationToken)
    {
        _seen.Add(key);
        return ValueTask.FromResult<ReconcileResult>(ReconcileResult.Done.Instance);
    }

    private async Task Stop(Task running)
    {
        await _stopping.CancelAsync();
        await running;
    }
}
