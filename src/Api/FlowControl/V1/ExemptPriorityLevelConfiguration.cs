using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.FlowControl.V1;

/// <summary>Tunable settings for requests that are exempt from concurrency limits.</summary>
public sealed record ExemptPriorityLevelConfiguration
{
    /// <summary>Weight that determines how many execution seats are nominally reserved for this level (NominalCL). Dispatching from the level is not limited by it.</summary>
    [Field(1)]
    [Default(0)]
    public int? NominalConcurrencyShares { get; init; }

    /// <summary>Share of the level's NominalCL that other priority levels can borrow, from 0 to 100. Defaults to 0.</summary>
    [Field(2)]
    [Default(0)]
    public int? LendablePercent { get; init; }
}
