using System.Buffers;
using System.Text;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Yaml;

/// <summary>Writes a text so that it is read as the same text: plain where that is safe, else quoted or as a block.</summary>
internal static class YamlText
{
    private static readonly SearchValues<char> Base60Characters = SearchValues.Create("0123456789_:.");
    private const string Indicators = "-?:,[]{}#&*!|>'\"%@`";

    public static void Append(StringBuilder output, string text, string indent, bool isKey)
    {
        if (!isKey && text.Contains('\n') && CanBeBlock(text))
            Block(output, text, indent);
        else if (MeansOther(text) || text.Contains('\n') || !IsPrintable(text))
            Double(output, text);
        else if (!CanBePlain(text))
            output.Append('\'').Append(text.Replace("'", "''")).Append('\'');
        else
            output.Append(text);
    }

    private static bool MeansOther(string text)
    {
        try
        {
            return YamlScalars.Resolve(text) is not null || text == "<<" || LooksLikeTime(text) || LooksLikeBase60(text);
        }
        catch (DecodeException)
        {
            // It would be read as an infinity or as no number.
            return true;
        }
    }

    private static bool LooksLikeTime(string text) => text.Length >= 8 && char.IsAsciiDigit(text[0])
        && text.Length > 4 && text[4] == '-' && (GoTime.TryParse(text.Replace(' ', 'T'), out _, out _) || DateOnly.TryParse(text, out _));

    private static bool LooksLikeBase60(string text)
    {
        var digits = text.AsSpan().TrimStart("+-");
        return digits.Contains(':') && digits.Length > 0 && char.IsAsciiDigit(digits[0]) && !digits.ContainsAnyExcept(Base60Characters);
    }

    private static bool CanBePlain(string text) =>
        text.Length > 0 && text[0] != ' ' && text[^1] != ' ' && !text.Contains(": ") && !text.Contains(" #") && text[^1] != ':'
        && !text.StartsWith("---") && !text.StartsWith("...")
        && (!Indicators.Contains(text[0]) || (text[0] is '-' or '?' or ':' && text.Length > 1 && text[1] != ' ' && text[0] != ':'));

    private static bool CanBeBlock(string text) => IsPrintable(text) && text[0] is not (' ' or '\n' or '\t') && !text.Contains(" \n") && text[^1] != ' ';

    private static bool IsPrintable(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is not ('\n' or (>= ' ' and < 0x7f) or (>= 0xa0 and <= 0xfffd and not 0xfeff and not 0x2028 and not 0x2029) or >= 0x10000))
                return false;
        }

        return true;
    }

    private static void Block(StringBuilder output, string text, string indent)
    {
        // The mark says how many of the final line breaks belong to the text.
        output.Append('|').Append(text[^1] != '\n' ? "-" : text.Length > 1 && text[^2] == '\n' ? "+" : "");
        var lines = text.Split('\n');
        var count = text[^1] == '\n' ? lines.Length - 1 : lines.Length;
        for (var i = 0; i < count; i++)
        {
            output.Append('\n');
            if (lines[i].Length > 0)
                output.Append(indent.Length == 0 ? "  " : indent).Append(lines[i]);
        }
    }

    private static void Double(StringBuilder output, string text)
    {
        output.Append('"');
        foreach (var character in text)
        {
            output.Append(character switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\0' => "\\0",
                < ' ' or (>= '\x7f' and < '\xa0') => $"\\x{(int)character:X2}",
                '\u2028' or '\u2029' or '\ufeff' or '\ufffe' or '\uffff' => $"\\u{(int)character:X4}",
                _ => character.ToString(),
            });
        }

        output.Append('"');
    }
}
