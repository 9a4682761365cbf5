using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.Reconcilers.ServiceEndpoints;

/// <param name="Service">Null: it is gone.</param>
/// <param name="Current">Null: there are none yet.</param>
/// <param name="Pods">Those that the service selects.</param>
internal sealed record EndpointsView(Service? Service, Endpoints? Current, IReadOnlyList<Pod> Pods);
