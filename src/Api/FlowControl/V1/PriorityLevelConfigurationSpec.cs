using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.FlowControl.V1;

/// <summary>Whether a priority level is limited or exempt, and its settings.</summary>
public sealed record PriorityLevelConfigurationSpec
{
    /// <summary>Either "Exempt", where requests run without limit or queuing, or "Limited", where execution limits apply. Required.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Type { get; init; }

    /// <summary>Handling of requests at a limited level. Must be set for type "Limited", and only then.</summary>
    [Field(2)]
    public LimitedPriorityLevelConfiguration? Limited { get; init; }

    /// <summary>Handling of requests at an exempt level. Must be empty for type "Limited"; for "Exempt" it may be empty, and then default values apply.</summary>
    [Field(3)]
    public ExemptPriorityLevelConfiguration? Exempt { get; init; }
}
