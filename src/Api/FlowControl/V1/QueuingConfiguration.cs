using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.FlowControl.V1;

/// <summary>Number and size of the queues for waiting requests.</summary>
public sealed record QueuingConfiguration
{
    /// <summary>How many queues the level has at each apiserver, positive and by default 64. With 1, shuffle sharding and the distinguisher method have no effect.</summary>
    [Field(1, Always = true)]
    [Default(64)]
    public int Queues { get; init; }

    /// <summary>How many queues a flow is dealt by shuffle sharding, a small positive number no larger than queues. Defaults to 8.</summary>
    [Field(2, Always = true)]
    [Default(8)]
    public int HandSize { get; init; }

    /// <summary>Most requests that may wait in one queue, with any excess rejected. Must be positive and defaults to 50.</summary>
    [Field(3, Always = true)]
    [Default(50)]
    public int QueueLengthLimit { get; init; }
}
