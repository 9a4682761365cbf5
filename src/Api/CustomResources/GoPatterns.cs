using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace CloudletK8s.Api.CustomResources;

/// <summary>
/// Patterns of schemas, in Go's syntax. Like Go's, they never backtrack, so no pattern can hold the server up; what needs
/// backtracking is refused, as Go refuses it.
/// </summary>
internal static class GoPatterns
{
    private const int MostKnown = 4096;

    private static readonly ConcurrentDictionary<string, Regex?> Known = new();

    /// <summary>Null when the pattern is none.</summary>
    public static Regex? Find(string pattern)
    {
        // Expressions make patterns of what objects hold, so there is no end of them.
        if (Known.Count > MostKnown)
            Known.Clear();
        return Known.GetOrAdd(pattern, Compile);
    }

    private static Regex? Compile(string text)
    {
        try
        {
            return new(text.Replace("(?P<", "(?<", StringComparison.Ordinal), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
