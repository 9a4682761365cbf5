using CloudletK8s.SchedulerFn.Clusters;
using CloudletK8s.SchedulerFn.Nodes;
using CloudletK8s.SchedulerFn.Pods;

namespace CloudletK8s.SchedulerFn.Topology;

/// <summary>
/// Who is where, by domain: counters of pods that rules match, and the terms that placed pods carry. Kept up to date with each pod
/// and node, so that no rule ever looks through the pods again.
/// </summary>
internal sealed class TopologyIndex(ClusterState state)
{
    private readonly Dictionary<string, TopologyKey> _keys = [];
    private readonly Dictionary<string, MatchCounter> _counters = [];
    private readonly Dictionary<(string Term, TermRole Role), CarriedTerm> _carried = [];

    /// <summary>Moves when a term comes or goes, or when it may match other pods than before.</summary>
    public long CarriedVersion { get; private set; }

    public IReadOnlyCollection<CarriedTerm> Carried => _carried.Values;

    public IReadOnlyCollection<MatchCounter> Counters => _counters.Values;

    public TopologyKey Key(string name)
    {
        if (_keys.TryGetValue(name, out var key))
            return key;

        _keys[name] = key = new(name);
        for (var slot = 0; slot < state.Nodes.Slots; slot++)
            key.Set(slot, Value(state.Nodes.Facts[slot], name));
        return key;
    }

    /// <summary>The counter of a rule; each call is paired with one of Release.</summary>
    public MatchCounter Acquire(string identity, Func<PodShape, bool> matches, bool skipsTerminating, bool asksNamespaces)
    {
        if (!_counters.TryGetValue(identity, out var counter))
        {
            _counters[identity] = counter = new(identity, matches, skipsTerminating, asksNamespaces, state.Nodes.Capacity);
            foreach (var use in state.Uses)
            {
                if (counter.Matches(use.Shape))
                    use.Matches.Add(counter);
            }

            CountAll(counter);
        }

        counter.References++;
        return counter;
    }

    public void Release(MatchCounter counter)
    {
        if (--counter.References > 0)
            return;

        _counters.Remove(counter.Identity);
        foreach (var use in state.Uses)
            use.Matches.Remove(counter);
    }

    public EligibleSum AddSum(MatchCounter counter, string key, Func<int, bool>? isEligible)
    {
        var sum = new EligibleSum(counter, Key(key), isEligible);
        EnterAll(sum);
        counter.Sums.Add(sum);
        return sum;
    }

    public void RemoveSum(EligibleSum sum) => sum.Counter.Sums.Remove(sum);

    public void Register(ShapeUse use)
    {
        foreach (var counter in _counters.Values)
        {
            if (counter.Matches(use.Shape))
                use.Matches.Add(counter);
        }

        var terms = use.Shape.Terms;
        foreach (var term in terms.Required)
            Carry(use, term, new(TermKind.Required, 0));
        foreach (var term in terms.RequiredAnti)
            Carry(use, term, new(TermKind.RequiredAnti, 0));
        foreach (var (term, weight) in terms.Preferred)
            Carry(use, term, new(TermKind.Preferred, weight));
        foreach (var (term, weight) in terms.PreferredAnti)
            Carry(use, term, new(TermKind.Preferred, -weight));
    }

    public void Unregister(ShapeUse use)
    {
        foreach (var carried in use.Carries)
        {
            if (--carried.References == 0)
            {
                _carried.Remove((carried.Term.Identity, carried.Role));
                CarriedVersion++;
            }
        }
    }

    public void Count(PlacedPod placed, int sign)
    {
        foreach (var counter in placed.Use.Matches)
            counter.Count(placed.Slot, placed.Pod.IsTerminating, sign);
        foreach (var carried in placed.Use.Carries)
            carried.Sum.Add(placed.Slot, sign);
    }

    /// <summary>Before a node changes: its pods leave the domains it is in.</summary>
    public void Leave(int slot)
    {
        foreach (var counter in _counters.Values)
        {
            foreach (var sum in counter.Sums)
                sum.Leave(slot);
        }

        foreach (var pod in state.Nodes.Pods[slot])
        {
            foreach (var carried in pod.Use.Carries)
                carried.Sum.Add(slot, -1);
        }
    }

    /// <summary>After a node has changed.</summary>
    public void Enter(int slot, NodeFacts? facts)
    {
        foreach (var key in _keys.Values)
            key.Set(slot, Value(facts, key.Name));

        foreach (var pod in state.Nodes.Pods[slot])
        {
            foreach (var carried in pod.Use.Carries)
                carried.Sum.Add(slot, 1);
        }

        if (facts is null)
            return;

        foreach (var counter in _counters.Values)
        {
            foreach (var sum in counter.Sums)
                sum.Enter(slot);
        }
    }

    /// <summary>After the labels of a namespace changed: rules that select namespaces match other pods.</summary>
    public void RecountNamespaces()
    {
        CarriedVersion++;
        foreach (var counter in _counters.Values)
        {
            if (!counter.AsksNamespaces)
                continue;

            foreach (var sum in counter.Sums)
            {
                for (var slot = 0; slot < state.Nodes.Slots; slot++)
                    sum.Leave(slot);
            }

            foreach (var use in state.Uses)
            {
                use.Matches.Remove(counter);
                if (counter.Matches(use.Shape))
                    use.Matches.Add(counter);
            }

            counter.Reset();
            CountAll(counter);
            foreach (var sum in counter.Sums)
                EnterAll(sum);
        }
    }

    private static string? Value(NodeFacts? facts, string key) => facts is not null && facts.Labels.TryGetValue(key, out var value) ? value : null;

    private void Carry(ShapeUse use, AffinityTerm term, TermRole role)
    {
        if (!_carried.TryGetValue((term.Identity, role), out var carried))
        {
            _carried[(term.Identity, role)] = carried = new(term, role, new(Key(term.TopologyKey)));
            CarriedVersion++;
        }

        carried.References++;
        use.Carries.Add(carried);
    }

    private void CountAll(MatchCounter counter)
    {
        for (var slot = 0; slot < state.Nodes.Slots; slot++)
        {
            foreach (var pod in state.Nodes.Pods[slot])
            {
                if (pod.Use.Matches.Contains(counter))
                    counter.Count(slot, pod.Pod.IsTerminating, 1);
            }
        }
    }

    private void EnterAll(EligibleSum sum)
    {
        for (var slot = 0; slot < state.Nodes.Slots; slot++)
        {
            if (state.Nodes.Exists(slot))
                sum.Enter(slot);
        }
    }
}
