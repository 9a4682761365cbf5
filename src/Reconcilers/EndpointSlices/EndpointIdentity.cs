using CloudletK8s.Api.Discovery.V1;

namespace CloudletK8s.Reconcilers.EndpointSlices;

/// <summary>What makes an endpoint of before and one of now the same endpoint, whatever else has changed about it.</summary>
internal readonly record struct EndpointIdentity(string Address, string? Hostname, string? Namespace, string? Name)
{
    public static EndpointIdentity Of(Endpoint endpoint) => new(
        endpoint.Addresses is [var one] ? one : string.Join(',', endpoint.Addresses ?? []),
        endpoint.Hostname, endpoint.TargetRef?.Namespace, endpoint.TargetRef?.Name);

    /// <summary>Whether two endpoints of one identity are alike in everything.</summary>
    public static bool AreAlike(Endpoint one, Endpoint other) =>
        one.NodeName == other.NodeName
        && one.Zone == other.Zone
        && one.Conditions?.Ready == other.Conditions?.Ready
        && one.Conditions?.Serving == other.Conditions?.Serving
        && one.Conditions?.Terminating == other.Conditions?.Terminating
        && one.TargetRef?.Kind == other.TargetRef?.Kind
        && one.TargetRef?.Uid == other.TargetRef?.Uid
        && HaveSameHints(one.Hints?.ForZones, other.Hints?.ForZones);

    private static bool HaveSameHints(IReadOnlyList<ForZone>? one, IReadOnlyList<ForZone>? other)
    {
        if ((one?.Count ?? 0) != (other?.Count ?? 0))
            return false;

        for (var i = 0; i < one?.Count; i++)
        {
            if (one[i].Name != other![i].Name)
                return false;
        }

        return true;
    }
}
