namespace CloudletK8s.ControllerRuntime.Work.InProcess;

/// <summary>
/// The bus of one process. Keeps nothing beyond it: whoever starts again publishes every key once. A key that waits, is worked on
/// or has just been worked on has one entry; an idle bus has none, and no timer.
/// </summary>
public sealed class InProcessBus : IWorkBus, IDisposable
{
    private readonly InProcessBusOptions _options;
    private readonly TimeProvider _time;
    private readonly Random _random;
    private readonly Lock _gate = new();
    private readonly Dictionary<WorkKey, WorkEntry> _entries = [];
    private readonly ReadyKeys _ready = new();
    private readonly PriorityQueue<WorkEntry, long> _waiting = new();
    private readonly HashSet<string> _overflowed = new(StringComparer.Ordinal);
    private readonly ITimer _timer;
    private TaskCompletionSource _drained = new();
    private TaskCompletionSource? _idle;
    private CancellationToken _working;
    private WorkHandler? _handler;
    private long _armed = long.MaxValue;
    private int _running;

    /// <param name="random">Of its own: it is not shared with other threads.</param>
    public InProcessBus(InProcessBusOptions options, TimeProvider time, Random random)
    {
        _options = options;
        _time = time;
        _random = random;
        _timer = time.CreateTimer(static bus => ((InProcessBus)bus!).Tick(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Keys that are worked on or could be at once; keys that wait for their time are not among them.</summary>
    public int Working
    {
        get
        {
            lock (_gate)
                return _running + _ready.Count;
        }
    }

    /// <summary>Keys that wait or are worked on.</summary>
    public int Pending
    {
        get
        {
            lock (_gate)
                return _entries.Values.Count(entry => entry.State != WorkState.Cooling);
        }
    }

    public ValueTask Publish(IReadOnlyList<WorkKey> keys, TimeSpan delay, string stamp, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var due = Now + Ticks(delay);
            for (var i = 0; i < keys.Count; i++)
                Add(keys[i], due);
            Pump();
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Hands keys out until it is cancelled, then waits for those under way. Called once.</summary>
    public async Task Run(WorkHandler handler, CancellationToken cancellationToken)
    {
        using var working = new CancellationTokenSource();
        lock (_gate)
        {
            _handler = handler;
            _working = working.Token;
            Pump();
        }

        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (cancellationToken.Register(stopped.SetResult))
            await stopped.Task;

        lock (_gate)
        {
            _handler = null;
            _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_running == 0)
                _drained.SetResult();
        }

        using var limit = new CancellationTokenSource(_options.DrainLimit, _time);
        await using (limit.Token.Register(working.Cancel))
            await _drained.Task;
    }

    /// <summary>Completes when nothing is worked on, or could be at once.</summary>
    public Task WhenIdle()
    {
        lock (_gate)
        {
            if (_running + _ready.Count == 0)
                return Task.CompletedTask;

            _idle ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            return _idle.Task;
        }
    }

    public void Dispose() => _timer.Dispose();

    private long Now => _time.GetTimestamp();

    private long Ticks(TimeSpan span) => (long)(span.TotalSeconds * _time.TimestampFrequency);

    private void Add(WorkKey key, long due)
    {
        if (!_entries.TryGetValue(key, out var entry))
        {
            if (_entries.Count >= _options.MaximumKeys)
            {
                _overflowed.Add(key.Controller);
                return;
            }

            entry = _entries[key] = new(key);
        }

        due = Math.Max(due, entry.Earliest);
        switch (entry.State)
        {
            case WorkState.Running:
                entry.Again = Math.Min(entry.Again ?? long.MaxValue, due);
                break;
            case WorkState.Cooling:
                Wait(entry, WorkState.Delayed, due);
                break;
            case WorkState.Delayed when due < entry.Due:
                Wait(entry, WorkState.Delayed, due);
                break;
        }
    }

    /// <summary>What waits already stays in the queue under its old time, and is passed over there.</summary>
    private void Wait(WorkEntry entry, WorkState state, long due)
    {
        entry.Due = due;
        if (state == WorkState.Delayed && due <= Now)
        {
            entry.State = WorkState.Ready;
            _ready.Add(entry);
            return;
        }

        entry.State = state;
        _waiting.Enqueue(entry, due);
        Arm(due);
    }

    private void Arm(long due)
    {
        if (due >= _armed)
            return;

        _armed = due;
        var left = TimeSpan.FromSeconds(Math.Max(0, due - Now) / (double)_time.TimestampFrequency);

        // Timers count whole milliseconds, and one that fires early would only be set again.
        _timer.Change(TimeSpan.FromMilliseconds(Math.Min(int.MaxValue, Math.Ceiling(left.TotalMilliseconds))), Timeout.InfiniteTimeSpan);
    }

    private void Tick()
    {
        lock (_gate)
        {
            _armed = long.MaxValue;
            var now = Now;
            while (_waiting.TryPeek(out var entry, out var due))
            {
                if (due > now)
                {
                    Arm(due);
                    break;
                }

                _waiting.Dequeue();
                if (entry.Due == due)
                    Leave(entry);
            }

            Pump();
        }
    }

    private void Leave(WorkEntry entry)
    {
        if (entry.State == WorkState.Cooling)
        {
            _entries.Remove(entry.Key);
        }
        else if (entry.State == WorkState.Delayed)
        {
            entry.State = WorkState.Ready;
            _ready.Add(entry);
        }
    }

    private void Pump()
    {
        if (_overflowed.Count > 0 && _entries.Count <= _options.MaximumKeys / 2)
            Refill();

        while (_handler is { } handler && _running < _options.Workers && _ready.TryTake(out var entry))
        {
            _running++;
            entry.State = WorkState.Running;
            _ = Task.Run(() => Work(entry, handler));
        }
    }

    private void Refill()
    {
        var controllers = _overflowed.ToArray();
        _overflowed.Clear();
        foreach (var controller in controllers)
        {
            foreach (var key in _options.Everything?.Invoke(controller) ?? [])
                Add(key, Now);
        }
    }

    private async Task Work(WorkEntry entry, WorkHandler handler)
    {
        ReconcileResult result;
        try
        {
            result = await handler(entry.Key, _working);
        }
        catch (Exception failure)
        {
            // The handler has logged what there was to log.
            result = new ReconcileResult.Failed(failure.Message);
        }

        lock (_gate)
        {
            _running--;
            Settle(entry, result);
            if (_handler is null && _running == 0)
                _drained.TrySetResult();
            Pump();
            if (_running + _ready.Count == 0)
            {
                _idle?.SetResult();
                _idle = null;
            }
        }
    }

    private void Settle(WorkEntry entry, ReconcileResult result)
    {
        var again = entry.Again;
        entry.Again = null;
        entry.Failures = result is ReconcileResult.Failed ? entry.Failures + 1 : 0;
        var spaced = entry.Earliest = Now + Ticks(_options.Spacing);
        var next = result switch
        {
            ReconcileResult.Failed => Now + Ticks(_options.Backoff.After(entry.Failures, _random)),
            ReconcileResult.RequeueAfter later => Now + Ticks(later.Delay),
            _ => long.MaxValue,
        };
        if (again is { } asked)
            next = Math.Min(next, asked);

        if (next == long.MaxValue)
            Wait(entry, WorkState.Cooling, spaced);
        else
            Wait(entry, WorkState.Delayed, Math.Max(next, spaced));
    }
}
