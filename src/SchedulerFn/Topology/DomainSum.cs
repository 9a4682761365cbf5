namespace CloudletK8s.SchedulerFn.Topology;

/// <summary>Sums by domain of one topology key, kept up to date as pods come and go.</summary>
internal sealed class DomainSum(TopologyKey key)
{
    public TopologyKey Key { get; } = key;

    /// <summary>By domain number; as long as there are domains.</summary>
    public long[] Values { get; private set; } = new long[Math.Max(16, key.Domains)];

    /// <summary>How many domains have anything.</summary>
    public int NonZero { get; private set; }

    public void Add(int slot, long amount)
    {
        var domain = Key.Of(slot);
        if (domain == TopologyKey.None || amount == 0)
            return;

        EnsureRoom();
        var before = Values[domain];
        Values[domain] = before + amount;
        if (before == 0)
            NonZero++;
        else if (before + amount == 0)
            NonZero--;
    }

    /// <summary>Of the domain that a node is in; 0 where it is in none.</summary>
    public long At(int slot) => Key.Of(slot) is var domain and not TopologyKey.None && domain < Values.Length ? Values[domain] : 0;

    public void EnsureRoom()
    {
        if (Values.Length >= Key.Domains)
            return;

        var values = Values;
        Array.Resize(ref values, Math.Max(Key.Domains, values.Length * 2));
        Values = values;
    }
}
