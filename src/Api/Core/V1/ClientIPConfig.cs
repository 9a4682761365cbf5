using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Settings for session affinity based on the client's IP address.</summary>
public sealed record ClientIPConfig
{
    /// <summary>How many seconds a client sticks to the same pod. Must be above 0 and at most 86400 (1 day); defaults to 10800 (3 hours).</summary>
    [Field(1)]
    public int? TimeoutSeconds { get; init; }
}
