using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Coordination.V1;

/// <summary>Holder, timing and election settings of a lease.</summary>
public sealed record LeaseSpec
{
    /// <summary>Who holds the lease now. Under Coordinated Leader Election it must equal the metadata.name of the elected LeaseCandidate.</summary>
    [Field(1, Pointer = true)]
    public string? HolderIdentity { get; init; }

    /// <summary>Seconds a candidate must wait after the last observed renewTime before it may take the lease by force.</summary>
    [Field(2)]
    public int? LeaseDurationSeconds { get; init; }

    /// <summary>When the present holder took the lease.</summary>
    [Field(3)]
    public MicroTime? AcquireTime { get; init; }

    /// <summary>When the present holder last renewed the lease.</summary>
    [Field(4)]
    public MicroTime? RenewTime { get; init; }

    /// <summary>How many times the lease has passed from one holder to another.</summary>
    [Field(5)]
    public int? LeaseTransitions { get; init; }

    /// <summary>How coordinated leader election picks the leader; unset means no coordination. Alpha, needs feature gate CoordinatedLeaderElection.</summary>
    [Field(6, Pointer = true)]
    public string? Strategy { get; init; }

    /// <summary>Tells the present holder to give up the lease to this better candidate. Allowed only when strategy is set.</summary>
    [Field(7, Pointer = true)]
    public string? PreferredHolder { get; init; }
}
