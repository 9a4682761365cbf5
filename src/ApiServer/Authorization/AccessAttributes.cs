namespace CloudletK8s.ApiServer.Authorization;

/// <summary>What somebody wants to do: to a resource, or to a path that is none.</summary>
public sealed record AccessAttributes
{
    public required string Verb { get; init; }

    /// <summary>Set when it is no resource.</summary>
    public string NonResourcePath { get; init; } = "";

    public string Group { get; init; } = "";

    public string Version { get; init; } = "";

    public string Resource { get; init; } = "";

    public string Subresource { get; init; } = "";

    public string Namespace { get; init; } = "";

    public string Name { get; init; } = "";

    public bool IsResource => NonResourcePath.Length == 0;
}
