using System.Globalization;
using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.Api.Selectors;

/// <summary>Which nodes a node selector means.</summary>
public static class NodeSelectors
{
    public const string NameField = "metadata.name";

    /// <summary>One of the terms has to match; without any, nothing does.</summary>
    public static bool Matches(NodeSelector selector, Node node)
    {
        var terms = selector.NodeSelectorTerms;
        for (var i = 0; i < terms?.Count; i++)
        {
            if (Matches(terms[i], node))
                return true;
        }

        return false;
    }

    /// <summary>A term that asks for nothing matches nothing.</summary>
    public static bool Matches(NodeSelectorTerm term, Node node) =>
        (term.MatchExpressions is { Count: > 0 } || term.MatchFields is { Count: > 0 })
        && (term.MatchExpressions ?? []).All(wanted => Matches(wanted, node.Metadata?.Labels?.GetValueOrDefault(wanted.Key ?? "")))
        && (term.MatchFields ?? []).All(wanted => wanted.Key == NameField && Matches(wanted, node.Metadata?.Name));

    private static bool Matches(NodeSelectorRequirement wanted, string? value)
    {
        var values = wanted.Values ?? [];
        return wanted.Operator switch
        {
            "In" => value is not null && values.Contains(value),
            "NotIn" => value is null || !values.Contains(value),
            "Exists" => value is not null,
            "DoesNotExist" => value is null,
            "Gt" => Compare(value, values) > 0,
            "Lt" => Compare(value, values) < 0,
            _ => false,
        };
    }

    /// <summary>0, which satisfies neither side, when one of the two is no number.</summary>
    private static int Compare(string? value, IReadOnlyList<string> values) =>
        values.Count == 1 && TryWhole(value, out var left) && TryWhole(values[0], out var right) ? left.CompareTo(right) : 0;

    private static bool TryWhole(string? text, out long number) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
}
