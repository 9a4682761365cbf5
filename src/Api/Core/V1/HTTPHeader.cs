using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>One custom header added to the request of an HTTP probe.</summary>
public sealed record HTTPHeader
{
    /// <summary>Header to set. It is canonicalized when sent, so spellings that differ only in case mean the same header.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Name { get; init; }

    /// <summary>Content sent for this header in the request.</summary>
    [Field(2, Required = true, Always = true)]
    public string? Value { get; init; }
}
