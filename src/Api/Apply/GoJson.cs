using System.Buffers;
using System.Globalization;
using System.Text;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;

namespace CloudletK8s.Api.Apply;

/// <summary>
/// JSON byte for byte as Go writes it. The names of list items in managedFields and the last-applied annotation are texts that
/// clients compare, so escapes and numbers must be the same.
/// </summary>
internal static class GoJson
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Select(code => (char)code), '"', '\\', '<', '>', '&', '\u2028', '\u2029']);

    /// <summary>Null when the text is not JSON.</summary>
    public static Tree? Parse(string json) => JsonTreeReader.ReadAny(Encoding.UTF8.GetBytes(json)).Root;

    /// <summary>A text that is written as it is, in quotes.</summary>
    public static bool IsPlain(string text) => !text.AsSpan().ContainsAny(Escaped);

    /// <summary>Members sorted by name, as Go writes maps.</summary>
    public static void Append(StringBuilder text, Tree value)
    {
        switch (value)
        {
            case TreeText leaf:
                AppendText(text, leaf.Value);
                break;
            case TreeObject members:
                var separator = '{';
                foreach (var (name, member) in members.OrderBy(member => member.Key, StringComparer.Ordinal))
                {
                    text.Append(separator);
                    AppendText(text, name);
                    Append(text.Append(':'), member);
                    separator = ',';
                }

                text.Append(members.Count == 0 ? "{}" : "}");
                break;
            case TreeList items:
                text.Append('[');
                for (var i = 0; i < items.Count; i++)
                    Append(i == 0 ? text : text.Append(','), items[i]);
                text.Append(']');
                break;
            case TreeNumber { IsFraction: true } number:
                AppendFraction(text, number.Value);
                break;
            default:
                text.Append(value);
                break;
        }
    }

    public static void AppendText(StringBuilder text, string value)
    {
        text.Append('"');
        var rest = value.AsSpan();
        for (var at = rest.IndexOfAny(Escaped); at >= 0; at = rest.IndexOfAny(Escaped))
        {
            text.Append(rest[..at]);
            var character = rest[at];
            rest = rest[(at + 1)..];
            _ = character switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                _ => text.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture)),
            };
        }

        text.Append(rest).Append('"');
    }

    /// <summary>Plain digits in the middle range, an exponent outside.</summary>
    private static void AppendFraction(StringBuilder text, double value)
    {
        var size = Math.Abs(value);
        if (size != 0 && (size < 1e-6 || size >= 1e21))
            text.Append(value.ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e'));
        else
            text.Append(value.ToString("0.####################", CultureInfo.InvariantCulture));
    }
}
