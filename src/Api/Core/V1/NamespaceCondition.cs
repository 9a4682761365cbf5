using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>One observed aspect of the state of a namespace.</summary>
public sealed record NamespaceCondition
{
    /// <summary>Which namespace controller condition this entry reports.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Type { get; init; }

    /// <summary>Whether the condition holds, as True, False or Unknown.</summary>
    [Field(2, Required = true, Always = true)]
    public string? Status { get; init; }

    /// <summary>When the condition last changed from one status to another.</summary>
    [Field(4, Always = true)]
    public DateTimeOffset? LastTransitionTime { get; init; }

    /// <summary>Single CamelCase word that says why the condition last changed.</summary>
    [Field(5)]
    public string? Reason { get; init; }

    /// <summary>Explanation of the last transition, written for people.</summary>
    [Field(6)]
    public string? Message { get; init; }
}
