namespace CloudletK8s.SchedulerFn.Topology;

/// <summary>A counter's sums by domain, over the nodes that a rule looks at.</summary>
internal sealed class EligibleSum(MatchCounter counter, TopologyKey key, Func<int, bool>? isEligible)
{
    private readonly List<int> _nodes = [];
    private bool[] _eligible = [];

    public MatchCounter Counter { get; } = counter;

    public DomainSum Sum { get; } = new(key);

    /// <summary>Moves with every sum.</summary>
    public long Version { get; private set; }

    /// <summary>Domains in which there is a node that the rule looks at.</summary>
    public int Domains { get; private set; }

    public void Count(int slot, int sign)
    {
        if (slot >= _eligible.Length || !_eligible[slot])
            return;

        Version++;
        Sum.Add(slot, sign);
    }

    /// <summary>Before a node's labels change or it goes away.</summary>
    public void Leave(int slot)
    {
        if (slot >= _eligible.Length || !_eligible[slot])
            return;

        Version++;
        _eligible[slot] = false;
        Sum.Add(slot, -Counter.On(slot));
        if (--_nodes[Sum.Key.Of(slot)] == 0)
            Domains--;
    }

    /// <summary>After a node has come or changed.</summary>
    public void Enter(int slot)
    {
        if (slot >= _eligible.Length)
            Array.Resize(ref _eligible, Math.Max(slot + 1, Math.Max(64, _eligible.Length * 2)));

        var domain = Sum.Key.Of(slot);
        if (domain == TopologyKey.None || isEligible?.Invoke(slot) == false)
            return;

        Version++;
        _eligible[slot] = true;
        while (_nodes.Count <= domain)
            _nodes.Add(0);
        if (_nodes[domain]++ == 0)
            Domains++;
        Sum.Add(slot, Counter.On(slot));
    }

    /// <summary>The smallest sum of all domains; 0 where there is none.</summary>
    public long Least()
    {
        Sum.EnsureRoom();
        var least = long.MaxValue;
        for (var domain = 0; domain < _nodes.Count; domain++)
        {
            if (_nodes[domain] > 0 && Sum.Values[domain] < least)
                least = Sum.Values[domain];
        }

        return least == long.MaxValue ? 0 : least;
    }
}
