using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace CloudletK8s.Api.Selectors;

/// <summary>A field selector: all of its requirements must hold. Which fields there are is up to the kind.</summary>
public sealed class FieldRequirements
{
    private FieldRequirements(IReadOnlyList<FieldRequirement> all) => All = all;

    public static FieldRequirements Everything { get; } = new([]);

    public IReadOnlyList<FieldRequirement> All { get; }

    public bool IsEmpty => All.Count == 0;

    /// <summary>Reads <c>a=b,c!=d</c>; a backslash escapes a comma, an equals sign or itself.</summary>
    /// <param name="error">In Kubernetes' words.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out FieldRequirements? query, [NotNullWhen(false)] out string? error)
    {
        query = null;
        error = null;
        var all = new List<FieldRequirement>();
        foreach (var part in Split(text).Order(StringComparer.Ordinal))
        {
            if (part.Length == 0)
                continue;

            var at = part.IndexOf('=');
            if (at < 0)
            {
                error = $"invalid selector: '{text}'; can't understand '{part}'";
                return false;
            }

            var differs = at > 0 && part[at - 1] == '!';
            var valueAt = !differs && at + 1 < part.Length && part[at + 1] == '=' ? at + 2 : at + 1;
            if (Unescape(part[valueAt..], out error) is not { } value)
            {
                error ??= "";
                return false;
            }

            all.Add(new(part[..(differs ? at - 1 : at)], value, differs));
        }

        query = new(all);
        return true;
    }

    /// <exception cref="FormatException">With Kubernetes' wording.</exception>
    public static FieldRequirements Parse(string text) => TryParse(text, out var query, out var error) ? query : throw new FormatException(error);

    /// <summary>These and one more.</summary>
    public FieldRequirements And(string field, string value) => new([.. All, new(field, value, Differs: false)]);

    public static FieldRequirements Of(params IReadOnlyList<FieldRequirement> all) => new(all);

    /// <param name="valueOf">The value of a field; empty when the object has none.</param>
    public bool Matches(Func<string, string> valueOf)
    {
        for (var i = 0; i < All.Count; i++)
        {
            if (!All[i].Matches(valueOf(All[i].Field)))
                return false;
        }

        return true;
    }

    /// <summary>The value that a field must have, where the query says so: it can save looking at other objects.</summary>
    public string? Exact(string field)
    {
        for (var i = 0; i < All.Count; i++)
        {
            if (!All[i].Differs && All[i].Field == field)
                return All[i].Value;
        }

        return null;
    }

    public override string ToString() => string.Join(',', All);

    private static List<string> Split(string text)
    {
        var parts = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == ',')
            {
                parts.Add(text[start..i]);
                start = i + 1;
            }
        }

        parts.Add(text[start..]);
        return parts;
    }

    private static string? Unescape(string text, out string? error)
    {
        error = null;
        var value = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is ',' or '=')
            {
                error = $"invalid field selector: unescaped character in value: {(int)text[i]}";
                return null;
            }

            if (text[i] == '\\' && (++i == text.Length || text[i] is not ('\\' or ',' or '=')))
            {
                error = $"invalid field selector: invalid escape sequence: \\{(i < text.Length ? text[i] : "")}";
                return null;
            }

            value.Append(text[i]);
        }

        return value.ToString();
    }
}
