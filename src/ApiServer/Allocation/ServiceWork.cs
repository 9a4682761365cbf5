using CloudletK8s.Api.Trees;

namespace CloudletK8s.ApiServer.Allocation;

/// <summary>One write of a service.</summary>
/// <param name="Spec">To be filled in.</param>
/// <param name="Old">Null for a creation.</param>
internal sealed record ServiceWork(Owner Owner, TreeObject Spec, TreeObject? Old, ServiceReservation Reservation, bool DryRun);
