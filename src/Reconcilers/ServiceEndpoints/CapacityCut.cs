using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.Reconcilers.ServiceEndpoints;

/// <summary>No Endpoints hold more than a thousand addresses: ready ones stay before others, each subset gives up its share.</summary>
internal static class CapacityCut
{
    public const int Capacity = 1000;

    /// <returns>Whether something was cut.</returns>
    public static bool Apply(List<EndpointSubset> subsets)
    {
        var ready = subsets.Sum(static subset => subset.Addresses?.Count ?? 0);
        var notReady = subsets.Sum(static subset => subset.NotReadyAddresses?.Count ?? 0);
        if (ready + notReady <= Capacity)
            return false;

        var cutsReady = ready > Capacity;
        var room = cutsReady ? Capacity : Capacity - ready;
        var total = cutsReady ? ready : notReady;
        var left = room;
        for (var i = 0; i < subsets.Count; i++)
        {
            var subset = subsets[i];
            var of = (cutsReady ? subset.Addresses : subset.NotReadyAddresses) ?? [];

            // Rounded up, so that the last subset may get less than its share, and none too many.
            var kept = of.Take(Math.Min(left, (int)Math.Ceiling((double)of.Count / total * room))).ToList();
            left -= kept.Count;
            IReadOnlyList<EndpointAddress>? some = kept.Count == 0 ? null : kept;
            subsets[i] = cutsReady ? subset with { Addresses = some, NotReadyAddresses = null } : subset with { NotReadyAddresses = some };
        }

        subsets.RemoveAll(static subset => subset.Addresses is null && subset.NotReadyAddresses is null);
        return true;
    }
}
