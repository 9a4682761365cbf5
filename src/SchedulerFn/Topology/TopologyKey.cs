namespace CloudletK8s.SchedulerFn.Topology;

/// <summary>The domains that one label divides the nodes into, as numbers. A number is used again when its last node has left.</summary>
internal sealed class TopologyKey(string name)
{
    public const int None = -1;
    private readonly Dictionary<string, int> _domains = [];
    private readonly List<string> _values = [];
    private readonly List<int> _nodes = [];
    private readonly Stack<int> _free = new();

    public string Name { get; } = name;

    /// <summary>By slot of the node.</summary>
    public int[] DomainOf { get; private set; } = [];

    /// <summary>Domain numbers lie below this.</summary>
    public int Domains => _nodes.Count;

    public string ValueOf(int domain) => _values[domain];

    public void Set(int slot, string? value)
    {
        if (slot >= DomainOf.Length)
        {
            var from = DomainOf.Length;
            var domains = DomainOf;
            Array.Resize(ref domains, Math.Max(64, Math.Max(slot + 1, from * 2)));
            Array.Fill(domains, None, from, domains.Length - from);
            DomainOf = domains;
        }

        var before = DomainOf[slot];
        if (before != None && value == _values[before])
            return;

        if (before != None && --_nodes[before] == 0)
        {
            _domains.Remove(_values[before]);
            _free.Push(before);
        }

        DomainOf[slot] = value is null ? None : Enter(value);
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
