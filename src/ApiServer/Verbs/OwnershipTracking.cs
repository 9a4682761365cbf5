using CloudletK8s.Api.Trees;

namespace CloudletK8s.ApiServer.Verbs;

/// <summary>Records who owns which field of the next state.</summary>
internal delegate ValueTask OwnershipTracking(RequestScope scope, TreeObject? live, TreeObject next, CancellationToken cancellationToken);
