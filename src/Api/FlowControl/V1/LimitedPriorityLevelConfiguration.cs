using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.FlowControl.V1;

/// <summary>How a limited priority level restricts its requests and what happens to those beyond the limit.</summary>
public sealed record LimitedPriorityLevelConfiguration
{
    /// <summary>Weight that determines how many execution seats the level has available (NominalCL), relative to the other priority levels. Defaults to 30.</summary>
    [Field(1, Always = true)]
    [Default(30)]
    public int? NominalConcurrencyShares { get; init; }

    /// <summary>Decides whether requests that cannot run right now are queued or rejected.</summary>
    [Field(2, Always = true)]
    public LimitResponse? LimitResponse { get; init; }

    /// <summary>Share of the level's NominalCL that other priority levels can borrow, from 0 to 100. Defaults to 0.</summary>
    [Field(3)]
    [Default(0)]
    public int? LendablePercent { get; init; }

    /// <summary>Caps the seats this level may borrow from others, called its BorrowingCL, as a percentage of its NominalCL. Absent means no specific limit.</summary>
    [Field(4)]
    public int? BorrowingLimitPercent { get; init; }
}
