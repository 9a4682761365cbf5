using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.ApiExtensions.V1;

/// <summary>Points to documentation kept outside of the schema.</summary>
public sealed record ExternalDocumentation
{
    /// <summary>Short summary of what the linked documentation contains.</summary>
    [Field(1)]
    public string? Description { get; init; }

    /// <summary>Address at which the external documentation can be read.</summary>
    [Field(2)]
    public string? Url { get; init; }
}
