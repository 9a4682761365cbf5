namespace CloudletK8s.Api.AdmissionRegistration.V1.Rules;

/// <summary>
/// Is a text an expression of the Common Expression Language as far as brackets, quotes and characters tell? What its names mean is
/// only known where it is evaluated.
/// </summary>
public static class CelSyntax
{
    private static readonly HashSet<string> Reserved =
    [
        "true", "false", "null", "in", "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop",
        "package", "namespace", "return", "var", "void", "while",
    ];

    public static bool IsIdentifier(string name)
    {
        if (name.Length == 0 || char.IsAsciiDigit(name[0]) || Reserved.Contains(name))
            return false;

        foreach (var character in name)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character != '_')
                return false;
        }

        return true;
    }

    /// <summary>Says what is wrong with the text, or nothing.</summary>
    public static string? Check(string text)
    {
        var open = new Stack<char>();
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            switch (character)
            {
                case '(' or '[' or '{':
                    open.Push(character);
                    break;
                case ')' or ']' or '}':
                    if (open.Count == 0 || !Fits(open.Pop(), character))
                        return Explain(text, at, $"mismatched input '{character}'");
                    break;
                case '\'' or '"':
                    if ((at = EndOfQuote(text, at)) < 0)
                        return Explain(text, text.Length, "token recognition error: unterminated string");
                    break;
                case '/' when at + 1 < text.Length && text[at + 1] == '/':
                    at = text.IndexOf('\n', at) is >= 0 and var end ? end : text.Length;
                    break;
                case '#' or '$' or '@' or '`' or '~' or '^' or '\\' or ';':
                    return Explain(text, at, $"token recognition error at: '{character}'");
            }
        }

        if (open.Count > 0)
            return Explain(text, text.Length, "mismatched input '<EOF>'");

        var last = text.TrimEnd();
        return last.Length > 0 && "+-*/%&|=<>!?:,.".Contains(last[^1]) ? Explain(text, text.Length, "mismatched input '<EOF>'") : null;
    }

    private static bool Fits(char open, char close) => (open, close) is ('(', ')') or ('[', ']') or ('{', '}');

    private static int EndOfQuote(string text, int start)
    {
        var quote = text[start];
        var raw = start > 0 && text[start - 1] is 'r' or 'R';
        var triple = string.Compare(text, start, new string(quote, 3), 0, 3, StringComparison.Ordinal) == 0;
        for (var at = start + (triple ? 3 : 1); at < text.Length; at++)
        {
            if (text[at] == '\\' && !raw)
                at++;
            else if (text[at] == '\n' && !triple)
                return -1;
            else if (text[at] == quote && (!triple || string.Compare(text, at, new string(quote, 3), 0, 3, StringComparison.Ordinal) == 0))
                return triple ? at + 2 : at;
        }

        return -1;
    }

    private static string Explain(string text, int at, string problem)
    {
        var before = text.AsSpan(0, at);
        var line = before.Count('\n') + 1;
        var column = at - (before.LastIndexOf('\n') + 1) + 1;
        return $"compilation failed: ERROR: <input>:{line}:{column}: Syntax error: {problem}";
    }
}
