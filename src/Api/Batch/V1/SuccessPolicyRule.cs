using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Batch.V1;

/// <summary>One way for a job to succeed; it needs at least one of "succeededIndexes" or "succeededCount".</summary>
public sealed record SuccessPolicyRule
{
    /// <summary>Indexes that have to succeed, at least one and without duplicates, each from 0 to ".spec.completions-1".</summary>
    [Field(1, Pointer = true)]
    public string? SucceededIndexes { get; init; }

    /// <summary>Least number of indexes that must succeed. Together with succeededIndexes, only the indexes listed there are counted.</summary>
    [Field(2)]
    public int? SucceededCount { get; init; }
}
