using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace CloudletK8s.Api.Selectors;

/// <summary>A field selector: all of its terms must hold. Which fields there are is up to the kind.</summary>
public sealed class FieldQuery
{
    private FieldQuery(IReadOnlyList<FieldTerm> terms) => Terms = terms;

    public static FieldQuery Everything { get; } = new([]);

    public IReadOnlyList<FieldTerm> Terms { get; }

    public bool IsEverything => Terms.Count == 0;

    /// <summary>Reads <c>a=b,c!=d</c>; a backslash escapes a comma, an equals sign or itself.</summary>
    /// <param name="error">In Kubernetes' words.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out FieldQuery? query, [NotNullWhen(false)] out string? error)
    {
        query = null;
        error = null;
        var terms = new List<FieldTerm>();
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

            terms.Add(new(part[..(differs ? at - 1 : at)], value, differs));
        }

        query = new(terms);
        return true;
    }

    public static FieldQuery Of(params IReadOnlyList<FieldTerm> terms) => new(terms);

    /// <param name="valueOf">The value of a field; empty when the object has none.</param>
    public bool Matches(Func<string, string> valueOf)
    {
        for (var i = 0; i < Terms.Count; i++)
        {
            if (!Terms[i].Matches(valueOf(Terms[i].Field)))
                return false;
        }

        return true;
    }

    /// <summary>The value that a field must have, where the query says so: it can save looking at other objects.</summary>
    public string? Exact(string field)
    {
        for (var i = 0; i < Terms.Count; i++)
        {
            if (!Terms[i].Differs && Terms[i].Field == field)
                return Terms[i].Value;
        }

        return null;
    }

    public override string ToString() => string.Join(',', Terms);

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
