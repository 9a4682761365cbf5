using CloudletK8s.SchedulerFn.Evaluations;
using CloudletK8s.SchedulerFn.Pods;
using CloudletK8s.SchedulerFn.Topology;

namespace CloudletK8s.SchedulerFn.Filters;

/// <summary>Counts, by domain of one topology key, the placed pods that match all of some affinity terms.</summary>
internal sealed class MatchedTerm
{
    private readonly TopologyIndex _topology;
    private readonly EligibleSum _counts;

    public MatchedTerm(EvaluationContext context, IReadOnlyList<AffinityTerm> terms, string key)
    {
        _topology = context.State.Topology;
        var state = context.State;
        var counter = _topology.Acquire(
            $"terms|{string.Join('&', terms.Select(Rule).Distinct().Order(StringComparer.Ordinal))}",
            pod => Match(terms, pod, state.NamespaceLabels(pod.Namespace)),
            skipsTerminating: false,
            asksNamespaces: terms.Any(term => term.NamespaceSelector.Requirements.Count > 0));
        _counts = _topology.AddSum(counter, key, isEligible: null);
    }

    public bool IsAnywhere => _counts.Sum.NonZero > 0;

    public int Domain(int slot) => _counts.Sum.Key.Of(slot);

    public long InDomain(int domain) => domain < _counts.Sum.Values.Length ? _counts.Sum.Values[domain] : 0;

    public static bool Match(IReadOnlyList<AffinityTerm> terms, PodShape pod, IReadOnlyDictionary<string, string>? namespaceLabels)
    {
        for (var i = 0; i < terms.Count; i++)
        {
            if (!terms[i].Matches(pod, namespaceLabels))
                return false;
        }

        return true;
    }

    public void Release()
    {
        _topology.RemoveSum(_counts);
        _topology.Release(_counts.Counter);
    }

    /// <summary>Where the pods are looked for is up to the sum.</summary>
    private static string Rule(AffinityTerm term) => term.Identity[term.TopologyKey.Length..];
}
