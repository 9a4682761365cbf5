using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Discovery.V1;

/// <summary>Advice on which consumers should use an endpoint.</summary>
public sealed record EndpointHints
{
    /// <summary>Zones whose clients should use the endpoint, for topology aware routing.</summary>
    [Field(1)]
    public IReadOnlyList<ForZone>? ForZones { get; init; }
}
