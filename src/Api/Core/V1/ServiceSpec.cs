using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Settings a user chooses for a service, such as type, ports and pod selection.</summary>
public sealed record ServiceSpec
{
    /// <summary>All ports on which the service is reachable.</summary>
    [Field(1)]
    [List(ListMerge.Map, "port", "protocol")]
    [Patch(Merge = true, MergeKey = "port")]
    public IReadOnlyList<ServicePort>? Ports { get; init; }

    /// <summary>Labels of the pods that receive the traffic. When empty, something outside manages the endpoints; only for types ClusterIP, NodePort and LoadBalancer.</summary>
    [Field(2)]
    [Atomic]
    public IReadOnlyDictionary<string, string>? Selector { get; init; }

    /// <summary>Internal address of the service, usually assigned at random. A chosen address must be in range and unused, or creation fails.</summary>
    [Field(3)]
    public string? ClusterIP { get; init; }

    /// <summary>Internal addresses of the service, usually assigned at random. Chosen addresses must be in range and unused, or creation fails.</summary>
    [Field(18)]
    public IReadOnlyList<string>? ClusterIPs { get; init; }

    /// <summary>How the service is exposed: ClusterIP, NodePort, LoadBalancer or ExternalName. Defaults to ClusterIP.</summary>
    [Field(4)]
    [Enum("ClusterIP", "NodePort", "LoadBalancer", "ExternalName")]
    [Default("ClusterIP")]
    public string? Type { get; init; }

    /// <summary>Extra addresses on which nodes accept traffic for the service. Kubernetes does not manage them, so routing to the nodes is up to you.</summary>
    [Field(5)]
    public IReadOnlyList<string>? ExternalIPs { get; init; }

    /// <summary>Set to ClientIP to keep each client on the same pod, or None. Defaults to None.</summary>
    [Field(7)]
    [Enum("ClientIP", "None")]
    [Default("None")]
    public string? SessionAffinity { get; init; }

    /// <summary>Address requested for a LoadBalancer service. Deprecated, and ignored by cloud providers that do not support it.</summary>
    [Field(8)]
    public string? LoadBalancerIP { get; init; }

    /// <summary>Client IP ranges allowed through the cloud load balancer. Ignored by cloud providers that do not support it.</summary>
    [Field(9)]
    public IReadOnlyList<string>? LoadBalancerSourceRanges { get; init; }

    /// <summary>Lowercase RFC-1123 hostname that discovery returns as an alias, for example a CNAME record. Nothing is proxied, and type must be ExternalName.</summary>
    [Field(10)]
    public string? ExternalName { get; init; }

    /// <summary>How nodes spread traffic arriving at external addresses. "Local" delivers only to endpoints on the receiving node, "Cluster" to all endpoints.</summary>
    [Field(11)]
    [Enum("Cluster", "Local")]
    public string? ExternalTrafficPolicy { get; init; }

    /// <summary>Node port for health checks, used only with type LoadBalancer and externalTrafficPolicy Local. A chosen value must be in range and free, otherwise one is assigned.</summary>
    [Field(12)]
    public int HealthCheckNodePort { get; init; }

    /// <summary>Makes endpoint consumers ignore readiness, chiefly so a StatefulSet's headless Service can publish SRV records for peer discovery.</summary>
    [Field(13)]
    public bool PublishNotReadyAddresses { get; init; }

    /// <summary>Detailed settings for keeping clients on the same pod.</summary>
    [Field(14)]
    public SessionAffinityConfig? SessionAffinityConfig { get; init; }

    /// <summary>IP families such as IPv4 and IPv6 the service uses, usually derived from cluster configuration and ipFamilyPolicy. Families set manually must be available.</summary>
    [Field(19)]
    public IReadOnlyList<string>? IpFamilies { get; init; }

    /// <summary>Dual-stack behaviour wanted: "SingleStack", "PreferDualStack" or "RequireDualStack". Defaults to SingleStack.</summary>
    [Field(17, Pointer = true)]
    [Enum("SingleStack", "PreferDualStack", "RequireDualStack")]
    public string? IpFamilyPolicy { get; init; }

    /// <summary>Whether LoadBalancer services get node ports automatically. Defaults to "true"; choose "false" if the load balancer does not rely on them.</summary>
    [Field(20)]
    public bool? AllocateLoadBalancerNodePorts { get; init; }

    /// <summary>Load balancer implementation to use, as a label-style identifier like "internal-vip" or "example.com/internal-vip". Unprefixed names are reserved for end-users.</summary>
    [Field(21, Pointer = true)]
    public string? LoadBalancerClass { get; init; }

    /// <summary>How nodes spread traffic sent to the ClusterIP. "Local" keeps it on the client's node and drops it without local endpoints; "Cluster" uses all endpoints.</summary>
    [Field(22, Pointer = true)]
    [Enum("Cluster", "Local")]
    public string? InternalTrafficPolicy { get; init; }

    /// <summary>Preference for how traffic spreads over endpoints, taken as a hint without guarantee. Implementations use their default routing when it is unset.</summary>
    [Field(23, Pointer = true)]
    public string? TrafficDistribution { get; init; }
}
