using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.FlowControl.V1;

/// <summary>One observed aspect of a FlowSchema's state.</summary>
public sealed record FlowSchemaCondition
{
    /// <summary>Which aspect of the schema the condition describes. Required.</summary>
    [Field(1)]
    public string? Type { get; init; }

    /// <summary>Whether the condition holds: True, False or Unknown. Required.</summary>
    [Field(2)]
    public string? Status { get; init; }

    /// <summary>When the condition last moved to a different status.</summary>
    [Field(3, Always = true)]
    public DateTimeOffset? LastTransitionTime { get; init; }

    /// <summary>Single CamelCase word that uniquely names the cause of the last transition.</summary>
    [Field(4)]
    public string? Reason { get; init; }

    /// <summary>Free text for humans with details of the latest transition.</summary>
    [Field(5)]
    public string? Message { get; init; }
}
