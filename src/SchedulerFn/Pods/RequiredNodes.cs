using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.SchedulerFn.Pods;

/// <summary>A node selector and the required node affinity: where a pod may go at all.</summary>
public sealed class RequiredNodes
{
    private readonly KeyValuePair<string, string>[] _labels;
    private readonly NodeTerm[]? _terms;

    private RequiredNodes(KeyValuePair<string, string>[] labels, NodeTerm[]? terms)
    {
        _labels = labels;
        _terms = terms;
        Names = NamesOf(terms);
    }

    public static RequiredNodes Any { get; } = new([], null);

    public bool IsAny => _labels.Length == 0 && _terms is null;

    /// <summary>The only nodes that could do, where every term names some; empty when the terms contradict themselves.</summary>
    public IReadOnlyCollection<string>? Names { get; }

    public static RequiredNodes Of(IReadOnlyDictionary<string, string>? labels, NodeSelector? selector) => labels is not { Count: > 0 } && selector is null
        ? Any
        : new([.. labels ?? new Dictionary<string, string>()], selector is null ? null : [.. (selector.NodeSelectorTerms ?? []).Select(NodeTerm.Of)]);

    public bool Match(string name, IReadOnlyDictionary<string, string> labels)
    {
        foreach (var (key, value) in _labels)
        {
            if (!labels.TryGetValue(key, out var label) || label != value)
                return false;
        }

        if (_terms is null)
            return true;

        foreach (var term in _terms)
        {
            if (term.Matches(name, labels))
                return true;
        }

        return false;
    }

    private static HashSet<string>? NamesOf(NodeTerm[]? terms)
    {
        if (terms is not { Length: > 0 })
            return null;

        var names = new HashSet<string>();
        foreach (var term in terms)
        {
            if (term.Names is not { } some)
                return null;
            names.UnionWith(some);
        }

        return names;
    }
}
