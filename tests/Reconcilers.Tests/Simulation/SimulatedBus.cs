using CloudletK8s.ControllerRuntime.Work;

namespace CloudletK8s.Reconcilers.Tests.Simulation;

/// <summary>A bus that does everything a bus may do: it hands keys out in any order, twice, late, and loses some.</summary>
internal sealed class SimulatedBus(Random random, SimulatedFaults faults, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly HashSet<WorkKey> _now = [];
    private readonly Dictionary<WorkKey, DateTimeOffset> _later = [];

    public bool HasWork
    {
        get
        {
            lock (_gate)
                return _now.Count > 0;
        }
    }

    public DateTimeOffset? NextLater
    {
        get
        {
            lock (_gate)
                return _later.Count == 0 ? null : _later.Values.Min();
        }
    }

    public void Publish(IReadOnlyList<WorkKey> keys)
    {
        lock (_gate)
        {
            foreach (var key in keys)
            {
                if (!faults.Drop())
                    _now.Add(key);
            }
        }
    }

    public void Settle(WorkKey key, ReconcileResult result)
    {
        lock (_gate)
        {
            switch (result)
            {
                case ReconcileResult.RequeueAfter later:
                    Later(key, later.Delay);
                    break;
                case ReconcileResult.Failed:
                    Later(key, TimeSpan.FromSeconds(random.Next(1, 10)));
                    break;
            }
        }
    }

    public WorkKey? Take()
    {
        lock (_gate)
        {
            foreach (var (key, due) in _later.ToArray())
            {
                if (due <= time.GetUtcNow())
                {
                    _later.Remove(key);
                    _now.Add(key);
                }
            }

            if (_now.Count == 0)
                return null;

            var taken = _now.OrderBy(key => key.ToString(), StringComparer.Ordinal).ElementAt(random.Next(_now.Count));
            if (!faults.Repeat())
                _now.Remove(taken);
            return taken;
        }
    }

    private void Later(WorkKey key, TimeSpan delay)
    {
        var due = time.GetUtcNow() + delay;
        if (!_later.TryGetValue(key, out var known) || due < known)
            _later[key] = due;
    }
}
