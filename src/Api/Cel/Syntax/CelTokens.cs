using System.Globalization;
using System.Text.RegularExpressions;

namespace CloudletK8s.Api.Cel.Syntax;

/// <summary>An expression as its words.</summary>
internal static partial class CelTokens
{
    private static readonly HashSet<string> Reserved =
        ["as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package", "namespace", "return", "var", "void", "while"];

    public static bool IsIdentifier(string name) =>
        Identifier().IsMatch(name) && !Reserved.Contains(name) && name is not ("true" or "false" or "null" or "in");

    public static bool IsReserved(string name) => Reserved.Contains(name);

    public static List<CelToken> Of(string text)
    {
        var tokens = new List<CelToken>();
        for (var at = 0; at < text.Length;)
        {
            var match = Token().Match(text, at);
            if (!match.Success)
                throw CelSyntaxException.At(at, $"token recognition error at: '{text[at]}'");

            if (!match.Groups["space"].Success)
                tokens.Add(Read(match, at));
            at += match.Length;
        }

        tokens.Add(new(CelTokenKind.End, "<EOF>", text.Length));
        return tokens;
    }

    private static CelToken Read(Match match, int at)
    {
        if (match.Groups["text"].Success)
            return new(CelTokenKind.Literal, match.Value, at, CelTextLiteral.Read(match.Value, at));
        if (match.Groups["number"].Success)
            return new(CelTokenKind.Literal, match.Value, at, Number(match.Value, at));
        if (!match.Groups["name"].Success)
            return new(CelTokenKind.Sign, match.Value, at);
        return match.Value switch
        {
            "in" => new(CelTokenKind.Sign, "in", at),
            "true" or "false" => new(CelTokenKind.Literal, match.Value, at, match.Value == "true"),
            "null" => new(CelTokenKind.Literal, match.Value, at),
            _ => new(CelTokenKind.Name, match.Value, at),
        };
    }

    private static object Number(string text, int at)
    {
        var unsigned = text[^1] is 'u' or 'U';
        var digits = unsigned ? text[..^1] : text;
        var hexadecimal = digits.StartsWith("0x", StringComparison.Ordinal);
        var style = hexadecimal ? NumberStyles.HexNumber : NumberStyles.None;
        var value = hexadecimal ? digits.AsSpan(2) : digits.AsSpan();
        if (unsigned)
            return ulong.TryParse(value, style, CultureInfo.InvariantCulture, out var natural) ? natural : throw CelSyntaxException.At(at, "invalid uint literal");
        if (hexadecimal || digits.All(char.IsAsciiDigit))
        {
            // The smallest whole number is written with the digits of a number that is one too large.
            return ulong.TryParse(value, style, CultureInfo.InvariantCulture, out var whole) && whole <= (ulong)long.MaxValue + 1
                ? whole > long.MaxValue ? CelTextLiteral.JustTooLarge : (long)whole
                : throw CelSyntaxException.At(at, "invalid int literal");
        }

        return double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\A[_a-zA-Z][_a-zA-Z0-9]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Identifier();

    [GeneratedRegex(
        """\G(?:(?<space>\s+|//[^\n]*)|(?<text>(?:[bB]?[rR]|[rR][bB])(?:"{3}[\s\S]*?"{3}|'{3}[\s\S]*?'{3}|"[^"\n]*"|'[^'\n]*')|[bB]?(?:"{3}(?:[^\\]|\\.)*?"{3}|'{3}(?:[^\\]|\\.)*?'{3}|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'))|(?<number>0x[0-9a-fA-F]+[uU]?|\d*\.\d+(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+|\d+[uU]?)|(?<name>[_a-zA-Z][_a-zA-Z0-9]*)|(?<sign>&&|\|\||==|!=|<=|>=|[-+*/%<>!?:.,()\[\]{}]))""",
        RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
