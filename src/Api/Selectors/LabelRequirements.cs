using System.Diagnostics.CodeAnalysis;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Records;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Selectors;

/// <summary>A label selector ready to match: all of its requirements must hold.</summary>
public sealed class LabelRequirements
{
    private readonly bool _nothing;

    private LabelRequirements(IReadOnlyList<LabelRequirement> requirements, bool nothing = false)
    {
        Requirements = requirements;
        _nothing = nothing;
    }

    public static LabelRequirements Everything { get; } = new([]);

    public static LabelRequirements Nothing { get; } = new([], nothing: true);

    public IReadOnlyList<LabelRequirement> Requirements { get; }

    public bool IsEmpty => Requirements.Count == 0 && !_nothing;

    /// <summary>Reads the text of a query parameter: <c>a=b,c!=d,e in (x,y),!f,g,h>1</c>.</summary>
    /// <param name="error">In Kubernetes' words.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out LabelRequirements? query, [NotNullWhen(false)] out string? error)
    {
        var requirements = new LabelParser(text).Parse(out error);
        query = requirements is null ? null : Of(requirements);
        return query is not null;
    }

    /// <exception cref="FormatException">With Kubernetes' wording.</exception>
    public static LabelRequirements Parse(string text) => TryParse(text, out var query, out var error) ? query : throw new FormatException(error);

    /// <summary>Reads a selector that stands in an object. None selects nothing, an empty one everything.</summary>
    public static bool TryRead(LabelSelector? selector, [NotNullWhen(true)] out LabelRequirements? query, [NotNullWhen(false)] out string? error)
    {
        query = null;
        error = null;
        if (selector is null)
        {
            query = Nothing;
            return true;
        }

        var requirements = new List<LabelRequirement>();
        foreach (var (key, value) in selector.MatchLabels ?? new Dictionary<string, string>())
        {
            if (!Add(requirements, key, LabelOperator.Equals, [value], out error))
                return false;
        }

        foreach (var expression in selector.MatchExpressions ?? [])
        {
            if (!TryOperator(expression.Operator, out var comparison))
            {
                error = $"{GoQuote.Text(expression.Operator ?? "")} is not a valid label selector operator";
                return false;
            }

            if (!Add(requirements, expression.Key ?? "", comparison, expression.Values ?? [], out error))
                return false;
        }

        query = Of(requirements);
        return true;
    }

    public static bool TryRead(TreeObject? selector, [NotNullWhen(true)] out LabelRequirements? query, [NotNullWhen(false)] out string? error) =>
        TryRead(selector is null ? null : RecordBinder.Read<LabelSelector>(selector), out query, out error);

    /// <summary>Requires exactly these labels (the selectors of services and replication controllers).</summary>
    public static LabelRequirements OfLabels(IReadOnlyDictionary<string, string>? labels) => Of((labels ?? new Dictionary<string, string>())
        .Select(label => LabelRequirement.Make(label.Key, LabelOperator.Equals, [label.Value], out _))
        .OfType<LabelRequirement>());

    /// <summary>Both must hold.</summary>
    public LabelRequirements And(LabelRequirements other) => _nothing || other._nothing ? Nothing : Of([.. Requirements, .. other.Requirements]);

    public bool Matches(IReadOnlyDictionary<string, string>? labels)
    {
        if (_nothing)
            return false;

        for (var i = 0; i < Requirements.Count; i++)
        {
            if (!Requirements[i].Matches(labels?.GetValueOrDefault(Requirements[i].Key)))
                return false;
        }

        return true;
    }

    /// <param name="labels">An object's metadata.labels.</param>
    public bool Matches(TreeObject? labels)
    {
        if (_nothing)
            return false;

        for (var i = 0; i < Requirements.Count; i++)
        {
            if (!Requirements[i].Matches(labels?.Text(Requirements[i].Key)))
                return false;
        }

        return true;
    }

    public override string ToString() => string.Join(',', Requirements);

    private static LabelRequirements Of(IEnumerable<LabelRequirement> requirements) =>
        new([.. requirements.OrderBy(requirement => requirement.Key, StringComparer.Ordinal)]);

    private static bool Add(List<LabelRequirement> requirements, string key, LabelOperator comparison, IReadOnlyList<string> values, [NotNullWhen(false)] out string? error)
    {
        if (LabelRequirement.Make(key, comparison, values, out error) is not { } made)
        {
            error ??= "";
            return false;
        }

        requirements.Add(made);
        return true;
    }

    private static bool TryOperator(string? text, out LabelOperator comparison)
    {
        (var known, comparison) = text switch
        {
            "In" => (true, LabelOperator.In),
            "NotIn" => (true, LabelOperator.NotIn),
            "Exists" => (true, LabelOperator.Exists),
            "DoesNotExist" => (true, LabelOperator.DoesNotExist),
            _ => (false, default),
        };
        return known;
    }
}
