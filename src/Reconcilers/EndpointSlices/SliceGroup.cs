using CloudletK8s.Api.Discovery.V1;

namespace CloudletK8s.Reconcilers.EndpointSlices;

/// <summary>The endpoints that are wanted with one set of ports.</summary>
internal sealed record SliceGroup(IReadOnlyList<EndpointPort> Ports)
{
    /// <summary>In the order in which they are to be placed.</summary>
    public Dictionary<EndpointIdentity, Endpoint> Endpoints { get; } = [];
}
