using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Authorization.V1;

/// <summary>Lists actions that are permitted on non-resource URLs.</summary>
public sealed record NonResourceRule
{
    /// <summary>Non-resource verbs that are permitted, like get, post, put, delete, patch, head or options. "*" means all.</summary>
    [Field(1, Required = true, Always = true)]
    public IReadOnlyList<string>? Verbs { get; init; }

    /// <summary>Partial URLs the user may access. A * is allowed only as the complete last path step, and "*" alone means all.</summary>
    [Field(2)]
    public IReadOnlyList<string>? NonResourceURLs { get; init; }
}
