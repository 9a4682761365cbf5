using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Meta.V1;

/// <summary>Additional facts about a response; which ones are set depends on the reason of the Status.</summary>
public sealed record StatusDetails
{
    /// <summary>Which object the status is about, when a single one can be named.</summary>
    [Field(1)]
    public string? Name { get; init; }

    /// <summary>API group of the resource that the status is about.</summary>
    [Field(2)]
    public string? Group { get; init; }

    /// <summary>Type of the resource that the status is about, which may differ from the requested kind.</summary>
    [Field(3)]
    public string? Kind { get; init; }

    /// <summary>Unique identifier of the object concerned, when there is a single one.</summary>
    [Field(6)]
    public string? Uid { get; init; }

    /// <summary>Individual causes behind the failure, for example one for each invalid field. Not every reason supplies them.</summary>
    [Field(4)]
    public IReadOnlyList<StatusCause>? Causes { get; init; }

    /// <summary>Seconds to wait before retrying the operation, or before taking the alternate action that some errors call for.</summary>
    [Field(5)]
    public int RetryAfterSeconds { get; init; }
}
