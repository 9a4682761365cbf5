namespace CloudletK8s.TestKit.Controllers;

/// <summary>A clock that stands still until it is moved; timers fire while it moves, in order, each at its own time.</summary>
public sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly PriorityQueue<(ManualTimer Timer, long Version), (DateTimeOffset Due, long Order)> _timers = new();
    private DateTimeOffset _now = start;
    private long _order;

    public ManualTime() : this(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))
    {
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>When the next timer fires; null: none is set.</summary>
    public DateTimeOffset? Next
    {
        get
        {
            lock (_gate)
                return TryPeek(out var due) ? due : null;
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public void Advance(TimeSpan span) => AdvanceTo(GetUtcNow() + span);

    public void AdvanceTo(DateTimeOffset until)
    {
        while (true)
        {
            ManualTimer due;
            lock (_gate)
            {
                if (!TryPeek(out var next) || next > until)
                {
                    _now = until > _now ? until : _now;
                    return;
                }

                due = _timers.Dequeue().Timer;
                _now = next > _now ? next : _now;
                due.Fired(_now);
            }

            due.Fire();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private bool TryPeek(out DateTimeOffset due)
    {
        while (_timers.TryPeek(out var entry, out var at))
        {
            if (entry.Timer.Version == entry.Version)
            {
                due = at.Due;
                return true;
            }

            _timers.Dequeue();
        }

        due = default;
        return false;
    }

    private void Set(ManualTimer timer, TimeSpan dueTime)
    {
        lock (_gate)
        {
            timer.Version++;
            if (dueTime != Timeout.InfiniteTimeSpan)
                _timers.Enqueue((timer, timer.Version), (_now + dueTime, _order++));
        }
    }

    private sealed class ManualTimer(ManualTime time, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        public long Version { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _period = period;
            time.Set(this, dueTime);
            return true;
        }

        public void Fired(DateTimeOffset now)
        {
            Version++;
            if (_period > TimeSpan.Zero)
                time._timers.Enqueue((this, Version), (now + _period, time._order++));
        }

        public void Fire() => callback(state);

        public void Dispose() => time.Set(this, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
