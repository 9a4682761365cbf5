using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.Reconcilers.ServiceEndpoints;

/// <summary>A pod's address as a service publishes it.</summary>
/// <param name="Ports">In the order of the service.</param>
internal sealed record PlacedAddress(Pod Pod, EndpointAddress Address, bool IsReady, IReadOnlyList<EndpointPort> Ports);
