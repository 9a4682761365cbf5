using System.Net;
using System.Net.Sockets;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Discovery.V1;
using CloudletK8s.Reconcilers.EndpointSlices;
using CloudletK8s.Reconcilers.ServicePods;
using SlicePort = CloudletK8s.Api.Discovery.V1.EndpointPort;

namespace CloudletK8s.Reconcilers.SliceMirroring;

/// <summary>What a user's Endpoints say, as slices say it.</summary>
internal sealed class MirroredSubsets
{
    /// <summary>Addresses of a subset that are mirrored; one slice holds them all.</summary>
    public const int AddressesPerSubset = 1000;

    private int _invalid;
    private int _skipped;

    public Dictionary<(string Family, string Ports), SliceGroup> Groups { get; } = [];

    public static MirroredSubsets Of(Endpoints endpoints)
    {
        var mirrored = new MirroredSubsets();
        foreach (var subset in endpoints.Subsets ?? [])
            mirrored.Add(subset);
        return mirrored;
    }

    public IEnumerable<(string Reason, string Message)> Complaints
    {
        get
        {
            if (_invalid > 0)
                yield return ("InvalidIPAddress", $"Skipped {_invalid} invalid IP addresses when mirroring to EndpointSlices");
            if (_skipped > _invalid)
            {
                yield return ("TooManyAddressesToMirror",
                    $"A max of {AddressesPerSubset} addresses can be mirrored to EndpointSlices per Endpoints subset. {_skipped} addresses were skipped");
            }
        }
    }

    private void Add(EndpointSubset subset)
    {
        IReadOnlyList<SlicePort> ports =
        [
            .. (subset.Ports ?? []).Select(static port => new SlicePort { Name = port.Name ?? "", Port = port.Port, Protocol = port.Protocol, AppProtocol = port.AppProtocol }),
        ];
        var key = SlicePorts.Key(ports);
        var added = 0;
        Add(subset.Addresses ?? [], ready: true, ports, key, ref added);
        Add(subset.NotReadyAddresses ?? [], ready: false, ports, key, ref added);
        _skipped += (subset.Addresses?.Count ?? 0) + (subset.NotReadyAddresses?.Count ?? 0) - added;
    }

    private void Add(IReadOnlyList<EndpointAddress> addresses, bool ready, IReadOnlyList<SlicePort> ports, string key, ref int added)
    {
        for (var i = 0; i < addresses.Count && added < AddressesPerSubset; i++)
        {
            if (!IPAddress.TryParse(addresses[i].Ip, out var address))
            {
                _invalid++;
                continue;
            }

            added++;
            var family = address.AddressFamily == AddressFamily.InterNetworkV6 ? ServiceEndpointFacts.IPv6 : ServiceEndpointFacts.IPv4;
            if (!Groups.TryGetValue((family, key), out var group))
                Groups[(family, key)] = group = new(ports);

            var endpoint = new Endpoint
            {
                Addresses = [address.ToString()],
                Conditions = new() { Ready = ready },
                TargetRef = addresses[i].TargetRef,
                NodeName = addresses[i].NodeName,
                Hostname = addresses[i].Hostname is { Length: > 0 } hostname ? hostname : null,
            };
            group.Endpoints[EndpointIdentity.Of(endpoint)] = endpoint;
        }
    }
}
