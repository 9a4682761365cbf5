namespace CloudletK8s.Api.Cel;

/// <summary>What an expression asks: may somebody do this?</summary>
public sealed record CelAccess
{
    public string Verb { get; init; } = "";

    /// <summary>Set when it is about no resource.</summary>
    public string Path { get; init; } = "";

    public string Group { get; init; } = "";

    public string Resource { get; init; } = "";

    public string Subresource { get; init; } = "";

    public string Namespace { get; init; } = "";

    public string Name { get; init; } = "";

    public string FieldSelector { get; init; } = "";

    public string LabelSelector { get; init; } = "";

    /// <summary>"namespace:name"; empty: whoever made the request.</summary>
    public string ServiceAccount { get; init; } = "";
}
