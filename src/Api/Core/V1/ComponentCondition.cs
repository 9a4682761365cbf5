using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Health of a cluster component as found by a check.</summary>
public sealed record ComponentCondition
{
    /// <summary>Kind of condition being reported; the only valid value is "Healthy".</summary>
    [Field(1, Required = true, Always = true)]
    public string? Type { get; init; }

    /// <summary>Whether the component is "Healthy": "True", "False" or "Unknown".</summary>
    [Field(2, Required = true, Always = true)]
    public string? Status { get; init; }

    /// <summary>Details on the condition, for example what a health check returned.</summary>
    [Field(3)]
    public string? Message { get; init; }

    /// <summary>Code of the failure, for example from a health check.</summary>
    [Field(4)]
    public string? Error { get; init; }
}
