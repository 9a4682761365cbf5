using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Limits the quota system enforces and the usage it has measured.</summary>
public sealed record ResourceQuotaStatus
{
    /// <summary>Limit currently enforced for each named resource.</summary>
    [Field(1)]
    public IReadOnlyDictionary<string, Quantity>? Hard { get; init; }

    /// <summary>Total consumption measured in the namespace for each resource.</summary>
    [Field(2)]
    public IReadOnlyDictionary<string, Quantity>? Used { get; init; }
}
