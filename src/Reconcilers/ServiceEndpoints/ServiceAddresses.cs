using CloudletK8s.Api.Core.V1;
using CloudletK8s.Reconcilers.Pods;
using CloudletK8s.Reconcilers.ServicePods;

namespace CloudletK8s.Reconcilers.ServiceEndpoints;

/// <summary>The addresses behind a service, of its first family only: that is all that this form can say.</summary>
internal static class ServiceAddresses
{
    public static IReadOnlyList<PlacedAddress> Of(Service service, IReadOnlyList<Pod> pods)
    {
        var spec = service.Spec!;
        var addresses = new List<PlacedAddress>(pods.Count);
        foreach (var pod in pods)
        {
            if (!pod.IsEndpoint(withTerminating: spec.PublishNotReadyAddresses) || Address(service, pod) is not { } address)
                continue;

            var ports = Ports(spec, pod);
            if (ports.Count > 0 || (spec.Ports is not { Count: > 0 } && !service.HasClusterIP()))
                addresses.Add(new(pod, address, spec.PublishNotReadyAddresses || pod.IsReady(), ports));
        }

        return addresses;
    }

    private static EndpointAddress? Address(Service service, Pod pod)
    {
        var family = service.Spec!.IpFamilies is { Count: > 0 } families ? families[0]
            : (service.HasClusterIP() ? service.Spec.ClusterIP! : pod.Status?.PodIP ?? "").Contains(':') ? ServiceEndpointFacts.IPv6
            : ServiceEndpointFacts.IPv4;
        return pod.Addresses(family) is not [var address, ..] ? null : new()
        {
            Ip = address,
            NodeName = pod.Spec?.NodeName is { Length: > 0 } node ? node : null,
            Hostname = pod.IsNamedBy(service) ? pod.Spec!.Hostname : null,
            TargetRef = new() { Kind = "Pod", Namespace = pod.Metadata!.Namespace, Name = pod.Metadata.Name, Uid = pod.Metadata.Uid },
        };
    }

    private static List<EndpointPort> Ports(ServiceSpec spec, Pod pod)
    {
        var ports = new List<EndpointPort>(spec.Ports?.Count ?? 0);
        foreach (var port in spec.Ports ?? [])
        {
            if (port.PortIn(pod) is { } number)
                ports.Add(new() { Name = port.Name, Port = number, Protocol = port.Protocol, AppProtocol = port.AppProtocol });
        }

        return ports;
    }
}
