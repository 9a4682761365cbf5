using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Discovery.V1;
using CloudletK8s.Reconcilers.Nodes;
using CloudletK8s.Reconcilers.Pods;
using CloudletK8s.Reconcilers.ServicePods;
using EndpointPort = CloudletK8s.Api.Discovery.V1.EndpointPort;

namespace CloudletK8s.Reconcilers.EndpointSlices;

/// <summary>How a pod stands in the slices of a service.</summary>
internal static class PodEndpoints
{
    private const string PreferClose = "PreferClose";

    /// <summary>Either turns the older hints on, which share endpoints out among zones; then there are none of this kind.</summary>
    private static readonly string[] s_topologyAnnotations = ["service.kubernetes.io/topology-aware-hints", "service.kubernetes.io/topology-mode"];

    public static string? Zone(Node? node) => node?.Metadata?.Labels?.GetValueOrDefault(NodeState.ZoneLabel) is { Length: > 0 } zone ? zone : null;

    /// <summary>Whether endpoints tell which zone they are best used from.</summary>
    public static bool WantsHints(Service service) => service.Spec?.TrafficDistribution == PreferClose
        && !Array.Exists(s_topologyAnnotations, name => service.Metadata?.Annotations?.GetValueOrDefault(name) is "Auto" or "auto");

    public static Endpoint Make(Service service, Pod pod, Node? node, IReadOnlyList<string> addresses, bool withHints)
    {
        var serving = pod.IsReady();
        var terminating = pod.IsTerminating();
        var ready = service.Spec!.PublishNotReadyAddresses || (serving && !terminating);
        var zone = Zone(node);
        return new()
        {
            Addresses = addresses,
            Conditions = new() { Ready = ready, Serving = serving, Terminating = terminating },
            TargetRef = new() { Kind = "Pod", Namespace = pod.Metadata!.Namespace, Name = pod.Metadata.Name, Uid = pod.Metadata.Uid },
            NodeName = pod.Spec?.NodeName is { Length: > 0 } name ? name : null,
            Zone = zone,
            Hostname = pod.IsNamedBy(service) ? pod.Spec!.Hostname : null,
            Hints = withHints && ready && zone is not null ? new() { ForZones = [new() { Name = zone }] } : null,
        };
    }

    public static IReadOnlyList<EndpointPort> Ports(Service service, Pod pod)
    {
        var ports = new List<EndpointPort>(service.Spec!.Ports?.Count ?? 0);
        foreach (var port in service.Spec.Ports ?? [])
        {
            if (port.PortIn(pod) is { } number)
                ports.Add(new() { Name = port.Name ?? "", Port = number, Protocol = port.Protocol, AppProtocol = port.AppProtocol });
        }

        return ports;
    }
}
