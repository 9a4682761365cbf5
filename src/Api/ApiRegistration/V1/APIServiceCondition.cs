using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.ApiRegistration.V1;

/// <summary>Reports one aspect of the state of an APIService at a certain moment.</summary>
public sealed record APIServiceCondition
{
    /// <summary>When the condition last changed from one status to another.</summary>
    [Field(3, Always = true)]
    public DateTimeOffset? LastTransitionTime { get; init; }

    /// <summary>Explanation, for people, of the most recent change of the condition.</summary>
    [Field(5)]
    public string? Message { get; init; }

    /// <summary>Single CamelCase word that says, for programs, why the condition last changed.</summary>
    [Field(4)]
    public string? Reason { get; init; }

    /// <summary>Whether the condition holds. One of True, False or Unknown.</summary>
    [Field(2, Required = true, Always = true)]
    public string? Status { get; init; }

    /// <summary>Aspect of the APIService being reported, such as Available.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Type { get; init; }
}
