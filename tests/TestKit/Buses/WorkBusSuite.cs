using System.Collections.Concurrent;
using CloudletK8s.ControllerRuntime.Work;

namespace CloudletK8s.TestKit.Buses;

/// <summary>What every bus must do, whatever carries it.</summary>
public abstract class WorkBusSuite
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(2);

    /// <summary>A bus, and whoever takes keys from it until it is disposed.</summary>
    protected abstract Task<IBusUnderTest> Open(WorkHandler handler);

    public interface IBusUnderTest : IAsyncDisposable
    {
        IWorkBus Bus { get; }
    }

    [Fact]
    public async Task Hands_out_every_key()
    {
        var seen = new Seen();
        await using var open = await Open(seen.Done);
        WorkKey[] keys = [.. Enumerable.Range(0, 250).Select(i => Key($"key-{i}"))];

        await Publish(open, keys);

        await seen.Until(() => seen.Keys.Distinct().Count() == keys.Length);
        Assert.Equal(keys.ToHashSet(), [.. seen.Keys]);
    }

    [Fact]
    public async Task Never_gives_one_key_to_two_workers()
    {
        var working = new ConcurrentDictionary<WorkKey, int>();
        var overlaps = 0;
        var seen = new Seen();
        await using var open = await Open(async (key, _) =>
        {
            if (working.AddOrUpdate(key, 1, (_, count) => count + 1) > 1)
                Interlocked.Increment(ref overlaps);
            await Task.Yield();
            await Task.Delay(5, CancellationToken.None);
            working.AddOrUpdate(key, 0, (_, count) => count - 1);
            return seen.Add(key, ReconcileResult.Done.Instance);
        });

        for (var round = 0; round < 20; round++)
            await Publish(open, [Key("one"), Key("two")]);
        await Publish(open, [Key("last")]);

        await seen.Until(() => seen.Keys.Contains(Key("last")) && seen.Keys.Contains(Key("one")) && seen.Keys.Contains(Key("two")));
        Assert.Equal(0, overlaps);
    }

    [Fact]
    public async Task Hands_a_key_out_again_that_was_published_while_it_was_worked_on()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var seen = new Seen();
        await using var open = await Open(async (key, _) =>
        {
            begun.TrySetResult();
            await go.Task;
            return seen.Add(key, ReconcileResult.Done.Instance);
        });
        await Publish(open, [Key("a")]);
        await begun.Task.WaitAsync(Patience);

        await Publish(open, [Key("a")]);
        go.SetResult();

        await seen.Until(() => seen.Keys.Count >= 2);
    }

    [Fact]
    public async Task Holds_a_key_back_until_its_time()
    {
        var seen = new Seen();
        await using var open = await Open(seen.Done);
        var published = TimeProvider.System.GetTimestamp();

        await open.Bus.Publish([Key("late")], Delay, "", CancellationToken.None);
        await Publish(open, [Key("now")]);

        await seen.Until(() => seen.Keys.Contains(Key("late")));
        Assert.Equal(Key("now"), seen.Keys[0]);
        Assert.True(TimeProvider.System.GetElapsedTime(published) >= Delay * 0.9);
    }

    [Fact]
    public async Task Hands_a_key_out_again_that_failed()
    {
        var seen = new Seen();
        await using var open = await Open((key, _) => ValueTask.FromResult(seen.Add(
            key, seen.Keys.Count < 3 ? new ReconcileResult.Failed("not yet") : ReconcileResult.Done.Instance)));

        await Publish(open, [Key("a")]);

        await seen.Until(() => seen.Keys.Count == 4);
    }

    [Fact]
    public async Task Hands_a_key_out_again_whose_worker_broke_down()
    {
        var seen = new Seen();
        await using var open = await Open((key, _) =>
        {
            seen.Add(key, ReconcileResult.Done.Instance);
            return seen.Keys.Count < 2 ? throw new InvalidOperationException("broken") : ValueTask.FromResult<ReconcileResult>(ReconcileResult.Done.Instance);
        });

        await Publish(open, [Key("a")]);

        await seen.Until(() => seen.Keys.Count == 2);
    }

    [Fact]
    public async Task Comes_back_to_a_key_when_the_worker_asks_for_it()
    {
        var seen = new Seen();
        await using var open = await Open((key, _) => ValueTask.FromResult(seen.Add(
            key, seen.Keys.Count == 0 ? new ReconcileResult.RequeueAfter(TimeSpan.FromSeconds(1), "to see") : ReconcileResult.Done.Instance)));

        await Publish(open, [Key("a")]);

        await seen.Until(() => seen.Keys.Count == 2);
    }

    [Fact]
    public async Task Does_not_hold_up_other_keys_for_one_that_takes_long()
    {
        var never = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var seen = new Seen();
        await using var open = await Open(async (key, _) =>
        {
            if (key == Key("slow"))
                await never.Task;
            return seen.Add(key, ReconcileResult.Done.Instance);
        });
        await Publish(open, [Key("slow")]);

        await Publish(open, [Key("a"), Key("b")]);

        await seen.Until(() => seen.Keys.Count == 2);
        never.SetResult();
    }

    protected static WorkKey Key(string name) => new("controller", new("default", name));

    private static ValueTask Publish(IBusUnderTest open, WorkKey[] keys) => open.Bus.Publish(keys, TimeSpan.Zero, "", CancellationToken.None);

    /// <summary>What workers were given, in order.</summary>
    protected sealed class Seen
    {
        private readonly Lock _gate = new();
        private readonly List<WorkKey> _keys = [];
        private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IReadOnlyList<WorkKey> Keys
        {
            get
            {
                lock (_gate)
                    return [.. _keys];
            }
        }

        public ValueTask<ReconcileResult> Done(WorkKey key, CancellationToken cancellationToken) =>
            ValueTask.FromResult(Add(key, ReconcileResult.Done.Instance));

        public ReconcileResult Add(WorkKey key, ReconcileResult result)
        {
            TaskCompletionSource changed;
            lock (_gate)
            {
                _keys.Add(key);
                changed = _changed;
                _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            changed.SetResult();
            return result;
        }

        public async Task Until(Func<bool> holds)
        {
            using var limit = new CancellationTokenSource(Patience);
            while (true)
            {
                Task changed;
                lock (_gate)
                    changed = _changed.Task;
                if (holds())
                    return;

                await changed.WaitAsync(limit.Token);
            }
        }
    }
}
