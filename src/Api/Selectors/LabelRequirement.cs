using System.Globalization;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Selectors;

/// <summary>One condition on one label.</summary>
public sealed class LabelRequirement
{
    private LabelRequirement(string key, LabelOperator comparison, IReadOnlyList<string> values)
    {
        Key = key;
        Operator = comparison;
        Values = values;
    }

    public string Key { get; }

    public LabelOperator Operator { get; }

    public IReadOnlyList<string> Values { get; }

    /// <returns>Null, with Kubernetes' words, when there can be no such requirement.</returns>
    public static LabelRequirement? Make(string key, LabelOperator comparison, IReadOnlyList<string> values, out string? error)
    {
        var errors = new List<string>();
        if (QualifiedNames.Name(key) is { Count: > 0 } wrong)
            errors.Add($"key: Invalid value: {GoQuote.Text(key)}: {string.Join("; ", wrong)}");

        CheckCount(comparison, values, errors);
        for (var i = 0; i < values.Count; i++)
        {
            if (comparison is LabelOperator.GreaterThan or LabelOperator.LessThan && !TryWhole(values[i], out _))
                errors.Add($"values[{i}]: Invalid value: {GoQuote.Text(values[i])}: for 'Gt', 'Lt' operators, the value must be an integer");
        }

        for (var i = 0; i < values.Count; i++)
        {
            if (QualifiedNames.LabelValue(values[i]) is { Count: > 0 } details)
                errors.Add($"values[{i}][{key}]: Invalid value: {GoQuote.Text(values[i])}: {string.Join("; ", details)}");
        }

        error = errors.Count switch
        {
            0 => null,
            1 => errors[0],
            _ => $"[{string.Join(", ", errors.Distinct())}]",
        };
        return error is null ? new(key, comparison, values) : null;
    }

    /// <param name="value">The label's, or null when there is no such label.</param>
    public bool Matches(string? value) => Operator switch
    {
        LabelOperator.In or LabelOperator.Equals or LabelOperator.DoubleEquals => value is not null && Has(value),
        LabelOperator.NotIn or LabelOperator.NotEquals => value is null || !Has(value),
        LabelOperator.Exists => value is not null,
        LabelOperator.DoesNotExist => value is null,
        _ => TryWhole(value, out var left) && TryWhole(Values[0], out var right)
            && (Operator == LabelOperator.GreaterThan ? left > right : left < right),
    };

    public override string ToString()
    {
        var values = string.Join(',', Values.Order(StringComparer.Ordinal));
        return Operator switch
        {
            LabelOperator.Equals => $"{Key}={values}",
            LabelOperator.DoubleEquals => $"{Key}=={values}",
            LabelOperator.NotEquals => $"{Key}!={values}",
            LabelOperator.In => $"{Key} in ({values})",
            LabelOperator.NotIn => $"{Key} notin ({values})",
            LabelOperator.Exists => Key,
            LabelOperator.DoesNotExist => $"!{Key}",
            LabelOperator.GreaterThan => $"{Key}>{values}",
            _ => $"{Key}<{values}",
        };
    }

    private static void CheckCount(LabelOperator comparison, IReadOnlyList<string> values, List<string> errors)
    {
        var detail = comparison switch
        {
            LabelOperator.In or LabelOperator.NotIn when values.Count == 0 => "for 'in', 'notin' operators, values set can't be empty",
            LabelOperator.Exists or LabelOperator.DoesNotExist when values.Count != 0 => "values set must be empty for exists and does not exist",
            LabelOperator.GreaterThan or LabelOperator.LessThan when values.Count != 1 => "for 'Gt', 'Lt' operators, exactly one value is required",
            LabelOperator.Equals or LabelOperator.DoubleEquals or LabelOperator.NotEquals when values.Count != 1 =>
                "exact-match compatibility requires one single value",
            _ => null,
        };
        if (detail is not null)
            errors.Add($"values: Invalid value: [{string.Join(",", values.Select(GoQuote.Text))}]: {detail}");
    }

    private static bool TryWhole(string? text, out long number) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    private bool Has(string value)
    {
        for (var i = 0; i < Values.Count; i++)
        {
            if (Values[i] == value)
                return true;
        }

        return false;
    }
}
