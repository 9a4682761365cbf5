namespace CloudletK8s.Api.Cel;

/// <summary>Members whose names are no names of the language are written in another way.</summary>
internal static class CelNames
{
    private static readonly HashSet<string> Keywords =
    [
        "true", "false", "null", "in", "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop",
        "package", "namespace", "return", "var", "void", "while",
    ];

    public static string Unescaped(string name) => !name.Contains("__", StringComparison.Ordinal) ? name : name
        .Replace("__underscores__", "\0", StringComparison.Ordinal)
        .Replace("__dot__", ".", StringComparison.Ordinal)
        .Replace("__dash__", "-", StringComparison.Ordinal)
        .Replace("__slash__", "/", StringComparison.Ordinal)
        .Replace("__", "", StringComparison.Ordinal)
        .Replace("\0", "__", StringComparison.Ordinal);

    /// <returns>Null when the name cannot be written at all.</returns>
    public static string? Escaped(string name)
    {
        if (Keywords.Contains(name))
            return $"__{name}__";
        if (name.Length == 0 || char.IsAsciiDigit(name[0]) || name.Any(character => !char.IsAsciiLetterOrDigit(character) && !"_.-/".Contains(character)))
            return null;

        return name
            .Replace("__", "__underscores__", StringComparison.Ordinal)
            .Replace(".", "__dot__", StringComparison.Ordinal)
            .Replace("-", "__dash__", StringComparison.Ordinal)
            .Replace("/", "__slash__", StringComparison.Ordinal);
    }
}
