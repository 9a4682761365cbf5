using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Selectors;

namespace CloudletK8s.SchedulerFn.Pods;

/// <summary>One term of a node selector: all of its requirements must hold. A term that says nothing, or nonsense, matches no node.</summary>
public sealed class NodeTerm
{
    private const string NameField = "metadata.name";
    private readonly LabelRequirement[] _labels;
    private readonly NodeNameRule[] _names;
    private readonly bool _nothing;

    private NodeTerm(LabelRequirement[] labels, NodeNameRule[] names, bool nothing)
    {
        _labels = labels;
        _names = names;
        _nothing = nothing;
    }

    /// <summary>The names that the term is limited to; null when it is not limited by name.</summary>
    public HashSet<string>? Names
    {
        get
        {
            HashSet<string>? names = null;
            foreach (var rule in _names)
            {
                if (rule.Differs)
                    continue;
                if (names is null)
                    names = [rule.Name];
                else
                    names.IntersectWith([rule.Name]);
            }

            return names;
        }
    }

    public static NodeTerm Of(NodeSelectorTerm? term)
    {
        var nothing = term is null || ((term.MatchExpressions?.Count ?? 0) == 0 && (term.MatchFields?.Count ?? 0) == 0);
        var labels = new List<LabelRequirement>();
        foreach (var given in term?.MatchExpressions ?? [])
        {
            if (Label(given) is { } requirement)
                labels.Add(requirement);
            else
                nothing = true;
        }

        var names = new List<NodeNameRule>();
        foreach (var given in term?.MatchFields ?? [])
        {
            if (given is { Key: NameField, Operator: "In" or "NotIn", Values.Count: 1 })
                names.Add(new(given.Values[0], given.Operator == "NotIn"));
            else
                nothing = true;
        }

        return new([.. labels], [.. names], nothing);
    }

    public bool Matches(string name, IReadOnlyDictionary<string, string> labels)
    {
        if (_nothing)
            return false;

        foreach (var requirement in _labels)
        {
            if (!requirement.Matches(labels.TryGetValue(requirement.Key, out var value) ? value : null))
                return false;
        }

        foreach (var rule in _names)
        {
            if ((name == rule.Name) == rule.Differs)
                return false;
        }

        return true;
    }

    private static LabelRequirement? Label(NodeSelectorRequirement given)
    {
        var comparison = given.Operator switch
        {
            "In" => LabelOperator.In,
            "NotIn" => LabelOperator.NotIn,
            "Exists" => LabelOperator.Exists,
            "DoesNotExist" => LabelOperator.DoesNotExist,
            "Gt" => LabelOperator.GreaterThan,
            "Lt" => LabelOperator.LessThan,
            _ => (LabelOperator?)null,
        };
        return comparison is null ? null : LabelRequirement.Make(given.Key ?? "", comparison.Value, given.Values ?? [], out _);
    }

    private readonly record struct NodeNameRule(string Name, bool Differs);
}
