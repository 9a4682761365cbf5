using System.Net;
using System.Net.Sockets;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Reconcilers.Pods;

namespace CloudletK8s.Reconcilers.ServicePods;

/// <summary>What endpoints and endpoint slices both ask of services and their pods.</summary>
internal static class ServiceEndpointFacts
{
    public const string IPv4 = "IPv4";
    public const string IPv6 = "IPv6";

    /// <summary>On the endpoints of services without an address of their own.</summary>
    public const string HeadlessLabel = "service.kubernetes.io/headless";

    public const string LastChangeAnnotation = "endpoints.kubernetes.io/last-change-trigger-time";

    private const string AlwaysRestart = "Always";

    public static bool HasClusterIP(this Service service) => service.Spec?.ClusterIP is { Length: > 0 } address && address != "None";

    public static bool Selects(this Service service) => service.Spec?.Selector is { Count: > 0 } && service.Spec.Type != "ExternalName";

    /// <summary>Neither finished nor without an address.</summary>
    public static bool IsEndpoint(this Pod pod, bool withTerminating) =>
        !pod.IsFinished() && (withTerminating || !pod.IsTerminating()) && pod.Status is { PodIP.Length: > 0 } or { PodIPs.Count: > 0 };

    public static bool IsNamedBy(this Pod pod, Service service) =>
        pod.Spec?.Hostname is { Length: > 0 } && pod.Spec.Subdomain == service.Metadata?.Name;

    /// <summary>The pod's addresses of a family, written as addresses are written.</summary>
    public static IReadOnlyList<string> Addresses(this Pod pod, string family)
    {
        var addresses = new List<string>(1);
        if (pod.Status?.PodIPs is { Count: > 0 } several)
        {
            foreach (var one in several)
                Add(addresses, one.Ip, family);
        }
        else
        {
            Add(addresses, pod.Status?.PodIP, family);
        }

        return addresses;
    }

    /// <summary>The number of a service's port in a pod; null: the pod has no port of that name.</summary>
    public static int? PortIn(this ServicePort port, Pod pod)
    {
        if (port.TargetPort.Text is not { } name)
            return port.TargetPort.Number != 0 ? port.TargetPort.Number : port.Port;

        foreach (var container in pod.Spec?.Containers ?? [])
        {
            if (PortIn(container, name, port.Protocol) is { } number)
                return number;
        }

        foreach (var container in pod.Spec?.InitContainers ?? [])
        {
            if (container.RestartPolicy == AlwaysRestart && PortIn(container, name, port.Protocol) is { } number)
                return number;
        }

        return null;
    }

    private static int? PortIn(Container container, string name, string? protocol)
    {
        foreach (var port in container.Ports ?? [])
        {
            if (port.Name == name && port.Protocol == protocol)
                return port.ContainerPortValue;
        }

        return null;
    }

    private static void Add(List<string> addresses, string? text, string family)
    {
        if (IPAddress.TryParse(text, out var address) && (address.AddressFamily == AddressFamily.InterNetworkV6) == (family == IPv6))
            addresses.Add(address.ToString());
    }
}
