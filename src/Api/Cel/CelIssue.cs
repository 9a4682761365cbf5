namespace CloudletK8s.Api.Cel;

/// <summary>Something wrong with an expression, and where.</summary>
/// <param name="At">The index of the first character that is concerned.</param>
internal sealed record CelIssue(int At, string Message)
{
    /// <summary>As the reference implementation shows it: the line, and a mark below the place.</summary>
    public string Show(string text)
    {
        var at = Math.Min(At, text.Length);
        var before = text.AsSpan(0, at);
        var line = before.Count('\n') + 1;
        var start = before.LastIndexOf('\n') + 1;
        var end = text.IndexOf('\n', start);
        var shown = end < 0 ? text[start..] : text[start..end];
        return $"ERROR: <input>:{line}:{at - start + 1}: {Message}\n | {shown.Replace('\t', ' ')}\n | {new string('.', at - start)}^";
    }
}
