using System.Globalization;
using System.Text;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Rules;

/// <summary>Collects everything that is wrong with an object, in Kubernetes' words.</summary>
public sealed class FieldErrors
{
    private readonly List<FieldError> _errors = [];

    public IReadOnlyList<FieldError> All => _errors;

    public bool Any => _errors.Count > 0;

    public void Add(FieldError error) => _errors.Add(error);

    public void Required(FieldPath field, string detail = "") =>
        Add(FieldErrorType.Required, field, Join("Required value", detail));

    public void Invalid(FieldPath field, object? value, string detail) =>
        Add(FieldErrorType.Invalid, field, Join($"Invalid value: {Show(value)}", detail));

    /// <summary>One error for each thing that a check found wrong with the value.</summary>
    public void Invalid(FieldPath field, object? value, IReadOnlyList<string> details)
    {
        for (var i = 0; i < details.Count; i++)
            Invalid(field, value, details[i]);
    }

    /// <summary>The value is not shown: it is an object too large to help.</summary>
    public void InvalidHidden(FieldPath field, string detail) => Add(FieldErrorType.Invalid, field, Join("Invalid value", detail));

    public void TypeInvalid(FieldPath field, object? value, string detail) =>
        Add(FieldErrorType.TypeInvalid, field, Join($"Invalid value: {Show(value)}", detail));

    public void Duplicate(FieldPath field, object? value, string detail = "") =>
        Add(FieldErrorType.Duplicate, field, Join($"Duplicate value: {Show(value)}", detail));

    public void NotFound(FieldPath field, object? value) =>
        Add(FieldErrorType.NotFound, field, $"Not found: {Show(value)}");

    public void Forbidden(FieldPath field, string detail) =>
        Add(FieldErrorType.Forbidden, field, Join("Forbidden", detail));

    public void NotSupported(FieldPath field, object? value, IEnumerable<string> supported) =>
        Add(FieldErrorType.NotSupported, field, Join(
            $"Unsupported value: {Show(value)}",
            "supported values: " + string.Join(", ", supported.Select(text => Show(text)))));

    /// <summary>The value is not shown: it is long.</summary>
    public void TooLong(FieldPath field, int maximum) =>
        Add(FieldErrorType.TooLong, field, $"Too long: may not be more than {maximum} bytes");

    public void TooMany(FieldPath field, int actual, int maximum) =>
        Add(FieldErrorType.TooMany, field, $"Too many: {actual}: must have at most {maximum} items");

    public void InternalError(FieldPath field, string detail) =>
        Add(FieldErrorType.InternalError, field, Join("Internal error", detail));

    private static string Join(string first, string detail) => detail.Length == 0 ? first : $"{first}: {detail}";

    /// <summary>As Go's validation prints a value: texts quoted, objects as JSON.</summary>
    private static string Show(object? value) => value switch
    {
        null => "\"null\"",
        ShownAs shown => shown.Text,
        string text => GoQuote.Text(text),
        TreeText text => GoQuote.Text(text.Value),
        bool flag => flag ? "true" : "false",
        Tree tree => ShowTree(tree),
        IReadOnlyList<string> texts => "[]string{" + string.Join(", ", texts.Select(GoQuote.Text)) + "}",
        IReadOnlyDictionary<string, string> map => "map[string]string{"
            + string.Join(", ", map.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{GoQuote.Text(pair.Key)}:{GoQuote.Text(pair.Value)}")) + "}",
        IFormattable number when value is int or long or double => number.ToString(null, CultureInfo.InvariantCulture),
        _ => GoQuote.Text(value.ToString() ?? ""),
    };

    private static string ShowTree(Tree tree)
    {
        var text = new StringBuilder();
        Append(text, tree);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Tree tree)
    {
        switch (tree)
        {
            case TreeText leaf:
                text.Append(GoQuote.Text(leaf.Value));
                break;
            case TreeObject members:
                text.Append('{');
                var first = true;
                foreach (var (name, value) in members)
                {
                    text.Append(first ? "" : ",").Append(GoQuote.Text(name)).Append(':');
                    Append(text, value);
                    first = false;
                }

                text.Append('}');
                break;
            case TreeList items:
                text.Append('[');
                for (var i = 0; i < items.Count; i++)
                {
                    text.Append(i == 0 ? "" : ",");
                    Append(text, items[i]);
                }

                text.Append(']');
                break;
            default:
                text.Append(tree);
                break;
        }
    }

    private void Add(FieldErrorType type, FieldPath field, string message) => _errors.Add(new(type, field.ToString(), message));
}
