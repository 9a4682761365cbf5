using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Discovery.V1;

namespace CloudletK8s.Reconcilers.EndpointSlices;

/// <param name="Pods">Those that the service selects.</param>
/// <param name="Slices">Those that this controller keeps for a service of this name, in the order of their names.</param>
/// <param name="Node">A node by name; null: there is none.</param>
internal sealed record EndpointSliceView(
    Service Service, IReadOnlyList<Pod> Pods, IReadOnlyList<EndpointSlice> Slices, Func<string, Node?> Node, SliceNames Names);
