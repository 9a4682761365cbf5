using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Latest health report for one device or other resource assigned to a pod.</summary>
public sealed record ResourceHealth
{
    /// <summary>Unique identifier of the resource this health report belongs to.</summary>
    [Field(1, Required = true, Always = true)]
    public string? ResourceID { get; init; }

    /// <summary>Current condition of the resource: Healthy when it works normally, Unhealthy when a possibly temporary problem was reported, otherwise Unknown.</summary>
    [Field(2)]
    public string? Health { get; init; }
}
