using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Meta.V1;

/// <summary>Outcome of a request that returns no other object, above all of a failed one.</summary>
[WireKind("v1")]
public sealed record Status
{
    /// <summary>Standard list metadata, such as the resource version.</summary>
    [Field(1, Always = true)]
    public ListMeta? Metadata { get; init; }

    /// <summary>Whether the operation worked out, either Success or Failure.</summary>
    [Field(2, Name = "status")]
    public string? StatusValue { get; init; }

    /// <summary>Explains the outcome of the operation to people.</summary>
    [Field(3)]
    public string? Message { get; init; }

    /// <summary>Tells programs why the operation failed, refining the HTTP code without overriding it. Empty means that no information is available.</summary>
    [Field(4)]
    public string? Reason { get; init; }

    /// <summary>Further data about the failure, whose shape depends on the reason. Optional.</summary>
    [Field(5)]
    public StatusDetails? Details { get; init; }

    /// <summary>HTTP status code that is suggested for the response, or 0 if not set.</summary>
    [Field(6)]
    public int Code { get; init; }
}
