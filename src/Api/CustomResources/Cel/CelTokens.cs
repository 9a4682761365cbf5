using System.Text;
using System.Text.RegularExpressions;

namespace CloudletK8s.Api.CustomResources.Cel;

/// <summary>An expression as its words.</summary>
internal static partial class CelTokens
{
    public static List<CelToken> Of(string text)
    {
        var tokens = new List<CelToken>();
        for (var at = 0; at < text.Length;)
        {
            var match = Token().Match(text, at);
            if (!match.Success)
                throw new CelException($"Syntax error: token recognition error at: '{text[at]}'");

            at += match.Length;
            if (match.Groups["space"].Success)
                continue;

            var kind = match.Groups["text"].Success ? CelTokenKind.Text
                : match.Groups["number"].Success ? CelTokenKind.Number
                : match.Groups["name"].Success ? CelTokenKind.Name
                : CelTokenKind.Sign;
            tokens.Add(new(kind, kind == CelTokenKind.Text ? Unquoted(match.Value) : match.Value));
        }

        tokens.Add(new(CelTokenKind.End, "<EOF>"));
        return tokens;
    }

    private static string Unquoted(string literal)
    {
        var raw = literal[0] is 'r' or 'R';
        var body = raw ? literal[1..] : literal;
        var quotes = body.Length >= 6 && body[0] == body[1] && body[1] == body[2] ? 3 : 1;
        body = body[quotes..^quotes];
        if (raw || !body.Contains('\\'))
            return body;

        var text = new StringBuilder(body.Length);
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] != '\\' || i + 1 == body.Length)
            {
                text.Append(body[i]);
                continue;
            }

            var escape = body[++i];
            var digits = escape switch { 'x' or 'X' => 2, 'u' => 4, 'U' => 8, _ => 0 };
            if (digits > 0 && i + digits < body.Length + 0 && int.TryParse(body.AsSpan(i + 1, digits), System.Globalization.NumberStyles.HexNumber, null, out var code))
            {
                text.Append(char.ConvertFromUtf32(code));
                i += digits;
                continue;
            }

            text.Append(escape switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'a' => '\a', 'b' => '\b', 'f' => '\f', 'v' => '\v', _ => escape });
        }

        return text.ToString();
    }

    [GeneratedRegex(
        """\G(?:(?<space>\s+|//[^\n]*)|(?<text>[rR]?(?:"{3}[\s\S]*?"{3}|'{3}[\s\S]*?'{3})|[rR](?:"[^"\n]*"|'[^'\n]*')|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|(?<number>0x[0-9a-fA-F]+u?|\d+\.\d+(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+|\d+u?)|(?<name>[_a-zA-Z][_a-zA-Z0-9]*)|(?<sign>&&|\|\||==|!=|<=|>=|[-+*/%<>!?:.,()\[\]{}]))""",
        RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
