using CloudletK8s.SchedulerFn.Pods;

namespace CloudletK8s.SchedulerFn.Topology;

/// <summary>Counts, node by node and in the domains asked for, the placed pods that a rule matches.</summary>
/// <param name="identity">Rules with equal identity count alike and share a counter.</param>
/// <param name="skipsTerminating">Spreading overlooks pods that are leaving, affinity does not.</param>
/// <param name="asksNamespaces">Whether a namespace's labels can change the answer.</param>
internal sealed class MatchCounter(string identity, Func<PodShape, bool> matches, bool skipsTerminating, bool asksNamespaces, int capacity)
{
    public string Identity { get; } = identity;

    public bool AsksNamespaces { get; } = asksNamespaces;

    public int References { get; set; }

    /// <summary>By slot.</summary>
    public int[] PerNode { get; private set; } = new int[capacity];

    public long Total { get; private set; }

    public List<EligibleSum> Sums { get; } = [];

    public int On(int slot) => slot < PerNode.Length ? PerNode[slot] : 0;

    public bool Matches(PodShape shape) => matches(shape);

    public void Count(int slot, bool terminating, int sign)
    {
        if (skipsTerminating && terminating)
            return;

        if (slot >= PerNode.Length)
        {
            var wider = PerNode;
            Array.Resize(ref wider, Math.Max(slot + 1, wider.Length * 2));
            PerNode = wider;
        }

        PerNode[slot] += sign;
        Total += sign;
        foreach (var sum in Sums)
            sum.Count(slot, sign);
    }

    public void Reset()
    {
        Array.Clear(PerNode);
        Total = 0;
    }
}
