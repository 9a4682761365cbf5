using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Operating system that a pod is meant for.</summary>
public sealed record PodOS
{
    /// <summary>Operating system, currently linux or windows. Clients should expect more values in future and treat unknown ones as if none were set.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Name { get; init; }
}
