using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Meta.V1;

/// <summary>One of possibly several causes of a failed request.</summary>
public sealed record StatusCause
{
    /// <summary>Tells programs what the cause is. Empty means that no information is available.</summary>
    [Field(1)]
    public string? Reason { get; init; }

    /// <summary>Explains the cause to people, and may be shown to them as it is.</summary>
    [Field(2)]
    public string? Message { get; init; }

    /// <summary>JSON path of the offending field, with dots for nesting and array indexes from zero. The same one may appear in several causes.</summary>
    [Field(3)]
    public string? Field { get; init; }
}
