namespace CloudletK8s.SchedulerFn.Topology;

/// <summary>The domains that one label divides the nodes into, as numbers. A number is used again when its last node has left.</summary>
internal sealed class TopologyKey(string name)
{
    public const int None = -1;
    private readonly Dictionary<string, int> _domains = [];
    private readonly List<string> _values = [];
    private readonly List<int> _nodes = [];
    private readonly Stack<int> _free = new();
    private int[] _domainOf = [];

    public string Name { get; } = name;


    /// <summary>Domain numbers lie below this.</summary>
    public int Domains => _nodes.Count;

    /// <summary>The domain of the node in a slot; None where it lacks the label, or where there is no node.</summary>
    public int Of(int slot) => slot < _domainOf.Length ? _domainOf[slot] : None;

    public string ValueOf(int domain) => _values[domain];

    public void Set(int slot, string? value)
    {
        if (slot >= _domainOf.Length)
        {
            var from = _domainOf.Length;
            Array.Resize(ref _domainOf, Math.Max(64, Math.Max(slot + 1, from * 2)));
            Array.Fill(_domainOf, None, from, _domainOf.Length - from);
        }

        var before = _domainOf[slot];
        if (before != None && value == _values[before])
            return;

        if (before != None && --_nodes[before] == 0)
        {
            _domains.Remove(_values[before]);
            _free.Push(before);
        }

        _domainOf[slot] = value is null ? None : Enter(value);
    }

    private int Enter(string value)
    {
        if (!_domains.TryGetValue(value, out var domain))
        {
            if (_free.Count > 0)
            {
                domain = _free.Pop();
                _values[domain] = value;
            }
            else
            {
                domain = _nodes.Count;
                _nodes.Add(0);
                _values.Add(value);
            }

            _domains[value] = domain;
        }

        _nodes[domain]++;
        return domain;
    }
}
