using System.Globalization;

namespace CloudletK8s.ApiServer.Negotiation;

/// <summary>One entry of an Accept header: what the client would take, and how gladly.</summary>
internal sealed record MediaRange
{
    /// <summary>More entries than these are not read: no client needs them, and a header is only bounded by the server's limit.</summary>
    private const int MaximumRanges = 64;

    public required string Type { get; init; }

    public required string Subtype { get; init; }

    public double Quality { get; init; } = 1;

    /// <summary>The parameter "as": a kind that the answer is to be turned into.</summary>
    public string As { get; init; } = "";

    /// <summary>The parameter "g".</summary>
    public string Group { get; init; } = "";

    /// <summary>The parameter "v".</summary>
    public string Version { get; init; } = "";

    public string Stream { get; init; } = "";

    public bool Pretty { get; init; }

    /// <summary>The best first: by quality, then the exact before the wildcards, then as they were written.</summary>
    public static IReadOnlyList<MediaRange> ParseAccept(string header)
    {
        var ranges = new List<MediaRange>();
        foreach (var part in header.Split(',', MaximumRanges + 1, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (ranges.Count == MaximumRanges)
                break;
            if (TryParse(part) is { } range)
                ranges.Add(range);
        }

        return [.. ranges.OrderByDescending(range => range.Quality).ThenBy(range => range.Type == "*").ThenBy(range => range.Subtype == "*")];
    }

    public bool Matches(string type, string subtype) =>
        Type == "*" ? Subtype == "*" : Type == type && (Subtype == "*" || Subtype == subtype);

    private static MediaRange? TryParse(string text)
    {
        var parts = text.Split(';', StringSplitOptions.TrimEntries);
        var slash = parts[0].IndexOf('/');
        MediaRange? range = (parts[0], slash) switch
        {
            ("*", _) => new() { Type = "*", Subtype = "*" },
            (_, > 0) => new() { Type = parts[0][..slash].Trim(), Subtype = parts[0][(slash + 1)..].Trim() },
            _ => null,
        };
        foreach (var parameter in parts.AsSpan(1))
        {
            var equals = parameter.IndexOf('=');
            if (range is not null && equals > 0)
                range = range.With(parameter[..equals].Trim(), parameter[(equals + 1)..].Trim().Trim('"'));
        }

        return range;
    }

    private MediaRange With(string name, string value) => name switch
    {
        "q" => this with
        {
            Quality = double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var quality) ? quality : 1,
        },
        "as" => this with { As = value },
        "g" => this with { Group = value },
        "v" => this with { Version = value },
        "stream" => this with { Stream = value },
        "pretty" => this with { Pretty = value is "1" or "true" },
        _ => this,
    };
}
