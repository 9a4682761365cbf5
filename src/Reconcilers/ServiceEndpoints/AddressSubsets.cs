using System.Text;
using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.Reconcilers.ServiceEndpoints;

/// <summary>Addresses with equal ports stand in one subset, in an order that is the same for everybody.</summary>
internal static class AddressSubsets
{
    public static List<EndpointSubset> Pack(IReadOnlyList<PlacedAddress> addresses)
    {
        var byPorts = new SortedDictionary<string, List<PlacedAddress>>(StringComparer.Ordinal);
        foreach (var address in addresses)
        {
            var key = Key(address.Ports);
            if (!byPorts.TryGetValue(key, out var group))
                byPorts[key] = group = [];
            group.Add(address);
        }

        var subsets = new List<EndpointSubset>(byPorts.Count);
        foreach (var group in byPorts.Values)
        {
            group.Sort(static (one, other) => Order(one.Address, other.Address));
            subsets.Add(new()
            {
                Addresses = Those(group, ready: true),
                NotReadyAddresses = Those(group, ready: false),
                Ports = group[0].Ports.Count == 0 ? null : group[0].Ports,
            });
        }

        return subsets;
    }

    private static List<EndpointAddress>? Those(List<PlacedAddress> group, bool ready)
    {
        var those = group.Where(address => address.IsReady == ready).Select(address => address.Address).ToList();
        return those.Count == 0 ? null : those;
    }

    private static int Order(EndpointAddress one, EndpointAddress other) =>
        string.CompareOrdinal(one.Ip, other.Ip) is not 0 and var order ? order : string.CompareOrdinal(one.TargetRef?.Uid, other.TargetRef?.Uid);

    private static string Key(IReadOnlyList<EndpointPort> ports)
    {
        var key = new StringBuilder();
        foreach (var port in ports)
            key.Append(port.Name).Append('/').Append(port.Port).Append('/').Append(port.Protocol).Append('/').Append(port.AppProtocol).Append(';');
        return key.ToString();
    }
}
