using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.FlowControl.V1;

/// <summary>What to do with requests that cannot run immediately.</summary>
public sealed record LimitResponse
{
    /// <summary>Fate of requests that cannot run on arrival: "Queue" holds them until they can or a queuing limit is reached, "Reject" refuses them. Required.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Type { get; init; }

    /// <summary>Settings of the request queues, allowed only when type is "Queue".</summary>
    [Field(2)]
    public QueuingConfiguration? Queuing { get; init; }
}
