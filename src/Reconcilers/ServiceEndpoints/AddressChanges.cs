using CloudletK8s.Api.Core.V1;
using CloudletK8s.Reconcilers.ServicePods;

namespace CloudletK8s.Reconcilers.ServiceEndpoints;

internal static class AddressChanges
{
    /// <summary>Names the pods whose address is new or has changed sides.</summary>
    public static void Tell(Endpoints before, IReadOnlyList<PlacedAddress> now, TriggerTime trigger)
    {
        var known = new HashSet<(string? Ip, bool IsReady)>();
        foreach (var subset in before.Subsets ?? [])
        {
            foreach (var address in subset.Addresses ?? [])
                known.Add((address.Ip, true));
            foreach (var address in subset.NotReadyAddresses ?? [])
                known.Add((address.Ip, false));
        }

        foreach (var address in now)
        {
            if (!known.Contains((address.Address.Ip, address.IsReady)))
                trigger.Add(address.Pod);
        }
    }
}
