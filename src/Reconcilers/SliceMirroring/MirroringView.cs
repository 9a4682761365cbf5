using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Discovery.V1;
using CloudletK8s.Reconcilers.EndpointSlices;

namespace CloudletK8s.Reconcilers.SliceMirroring;

/// <param name="Endpoints">Null: they are gone.</param>
/// <param name="Service">Null: there is none of their name.</param>
/// <param name="Slices">Those that mirror endpoints of this name, in the order of their names.</param>
internal sealed record MirroringView(Endpoints? Endpoints, Service? Service, IReadOnlyList<EndpointSlice> Slices, SliceNames Names);
