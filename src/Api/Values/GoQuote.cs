using System.Text;

namespace CloudletK8s.Api.Values;

/// <summary>Text in double quotes as Go's %q prints it: error messages of the API contain it.</summary>
public static class GoQuote
{
    public static string Text(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == '"')
                quoted.Append("\\\"");
            else
                Append(quoted, rune);
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>One byte as the JSON scanner of Go names it, in single quotes.</summary>
    public static string Byte(byte value)
    {
        if (value == '\'')
            return "'\\''";

        var quoted = new StringBuilder("'");
        Append(quoted, new Rune(value));
        return quoted.Append('\'').ToString();
    }

    private static void Append(StringBuilder quoted, Rune rune)
    {
        switch (rune.Value)
        {
            case '\\':
                quoted.Append("\\\\");
                break;
            case '\a':
                quoted.Append("\\a");
                break;
            case '\b':
                quoted.Append("\\b");
                break;
            case '\f':
                quoted.Append("\\f");
                break;
            case '\n':
                quoted.Append("\\n");
                break;
            case '\r':
                quoted.Append("\\r");
                break;
            case '\t':
                quoted.Append("\\t");
                break;
            case '\v':
                quoted.Append("\\v");
                break;
            case < ' ' or 0x7f:
                quoted.Append("\\x").Append(rune.Value.ToString("x2"));
                break;
            default:
                if (IsPrintable(rune))
                    quoted.Append(rune);
                else
                    quoted.Append(rune.IsBmp ? "\\u" : "\\U").Append(rune.Value.ToString(rune.IsBmp ? "x4" : "x8"));
                break;
        }
    }

    private static bool IsPrintable(Rune rune) => rune.Value == ' ' || Rune.GetUnicodeCategory(rune) is not (
        System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format
        or System.Globalization.UnicodeCategory.Surrogate or System.Globalization.UnicodeCategory.PrivateUse
        or System.Globalization.UnicodeCategory.OtherNotAssigned or System.Globalization.UnicodeCategory.SpaceSeparator
        or System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator);
}
