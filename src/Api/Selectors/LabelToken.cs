namespace CloudletK8s.Api.Selectors;

/// <summary>A word or a sign of a label selector. Words such as "in" are operators only where one is due.</summary>
internal readonly record struct LabelToken(string Text, bool IsIdentifier, bool IsEnd = false)
{
    private const string Signs = "=!(),><";
    private const string White = " \t\r\n";

    public bool Is(string sign) => !IsIdentifier && !IsEnd && Text == sign;

    /// <summary>The tokens with an end behind the last.</summary>
    public static List<LabelToken> Scan(string text)
    {
        var tokens = new List<LabelToken>();
        var at = 0;
        while (at < text.Length)
        {
            if (White.Contains(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            if (Signs.Contains(text[at]))
            {
                at += text.AsSpan(at) switch
                {
                    ['=', '=', ..] or ['!', '=', ..] => 2,
                    _ => 1,
                };
                tokens.Add(new(text[start..at], IsIdentifier: false));
                continue;
            }

            while (at < text.Length && !Signs.Contains(text[at]) && !White.Contains(text[at]))
                at++;
            tokens.Add(new(text[start..at], IsIdentifier: true));
        }

        tokens.Add(new("", IsIdentifier: false, IsEnd: true));
        return tokens;
    }
}
