using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Everything that defines a pod: its containers, volumes, placement and security.</summary>
public sealed record PodSpec
{
    /// <summary>Storage that containers of the pod can mount.</summary>
    [Field(1)]
    [List(ListMerge.Map, "name")]
    [Patch(Merge = true, MergeKey = "name", RetainKeys = true)]
    public IReadOnlyList<Volume>? Volumes { get; init; }

    /// <summary>Containers run one after another before the main ones start. If one fails, the pod counts as failed and restartPolicy applies.</summary>
    [Field(20)]
    [List(ListMerge.Map, "name")]
    [Patch(Merge = true, MergeKey = "name")]
    public IReadOnlyList<Container>? InitContainers { get; init; }

    /// <summary>Main containers of the pod, at least one. The list cannot be updated, nor entries added or removed.</summary>
    [Field(2, Required = true, Always = true)]
    [List(ListMerge.Map, "name")]
    [Patch(Merge = true, MergeKey = "name")]
    public IReadOnlyList<Container>? Containers { get; init; }

    /// <summary>Temporary containers added to a running pod, mostly for debugging. Add them through the ephemeralcontainers subresource, not on create or by updating the spec.</summary>
    [Field(34)]
    [List(ListMerge.Map, "name")]
    [Patch(Merge = true, MergeKey = "name")]
    public IReadOnlyList<EphemeralContainer>? EphemeralContainers { get; init; }

    /// <summary>When containers of the pod are restarted: Always, OnFailure or Never. Default Always; some contexts permit only part of these.</summary>
    [Field(3)]
    [Enum("Always", "OnFailure", "Never")]
    [Default("Always")]
    public string? RestartPolicy { get; init; }

    /// <summary>Seconds for a clean shutdown, not negative, which a delete request may shorten. Zero kills at once; unset means the default of 30.</summary>
    [Field(4)]
    [Default(30)]
    public long? TerminationGracePeriodSeconds { get; init; }

    /// <summary>Seconds, counted from startTime, after which the system marks the pod failed and kills its containers. Must be a positive integer.</summary>
    [Field(5)]
    public long? ActiveDeadlineSeconds { get; init; }

    /// <summary>Source of the pod's DNS setup: 'ClusterFirstWithHostNet', 'ClusterFirst', 'Default' or 'None'. Defaults to "ClusterFirst"; settings in dnsConfig are merged in.</summary>
    [Field(6)]
    [Enum("ClusterFirstWithHostNet", "ClusterFirst", "Default", "None")]
    [Default("ClusterFirst")]
    public string? DnsPolicy { get; init; }

    /// <summary>Labels that a node must carry for the pod to be scheduled there.</summary>
    [Field(7)]
    [Atomic]
    public IReadOnlyDictionary<string, string>? NodeSelector { get; init; }

    /// <summary>ServiceAccount under which the pod runs, given by name.</summary>
    [Field(8)]
    public string? ServiceAccountName { get; init; }

    /// <summary>Deprecated alias of serviceAccountName, which should be used instead.</summary>
    [Field(9)]
    public string? ServiceAccount { get; init; }

    /// <summary>Whether the token of the service account is mounted into the containers automatically.</summary>
    [Field(21)]
    public bool? AutomountServiceAccountToken { get; init; }

    /// <summary>Node that the pod is assigned to, whose kubelet then manages it. While empty, the scheduler in schedulerName may place it.</summary>
    [Field(10)]
    public string? NodeName { get; init; }

    /// <summary>Set to true to run in the host's network namespace, in which case the ports used must be specified. Default false.</summary>
    [Field(11)]
    public bool HostNetwork { get; init; }

    /// <summary>Set to true to share the process ID namespace of the host. Default false.</summary>
    [Field(12)]
    public bool HostPID { get; init; }

    /// <summary>Set to true to share the IPC namespace of the host. Default false.</summary>
    [Field(13)]
    public bool HostIPC { get; init; }

    /// <summary>Puts all containers in one process namespace, so they can see and signal each other's processes. Cannot be combined with hostPID; default false.</summary>
    [Field(27)]
    public bool? ShareProcessNamespace { get; init; }

    /// <summary>Security settings for the whole pod and common settings of its containers. Defaults to empty.</summary>
    [Field(14)]
    [Default(DefaultAttribute.EmptyObject)]
    public PodSecurityContext? SecurityContext { get; init; }

    /// <summary>Secrets from the namespace of the pod, handed to the image puller for any image of this pod.</summary>
    [Field(15)]
    [List(ListMerge.Map, "name")]
    [Patch(Merge = true, MergeKey = "name")]
    public IReadOnlyList<LocalObjectReference>? ImagePullSecrets { get; init; }

    /// <summary>Host name seen inside the pod. The system picks one when left out.</summary>
    [Field(16)]
    public string? Hostname { get; init; }

    /// <summary>Domain part between host name and namespace, as in hostname.subdomain.namespace.svc.clusterdomain. If left out, the pod has no domain name.</summary>
    [Field(17)]
    public string? Subdomain { get; init; }

    /// <summary>Rules about which nodes and which other pods this pod should be placed near or away from.</summary>
    [Field(18)]
    public Affinity? Affinity { get; init; }

    /// <summary>Scheduler that dispatches the pod. The default scheduler does so when left out.</summary>
    [Field(19)]
    [Default("default-scheduler")]
    public string? SchedulerName { get; init; }

    /// <summary>Taints that the pod puts up with when it is placed on a node.</summary>
    [Field(22)]
    public IReadOnlyList<Toleration>? Tolerations { get; init; }

    /// <summary>Additional entries for the hosts file of the pod.</summary>
    [Field(23)]
    [List(ListMerge.Map, "ip")]
    [Patch(Merge = true, MergeKey = "ip")]
    public IReadOnlyList<HostAlias>? HostAliases { get; init; }

    /// <summary>Importance of the pod, as the name of a PriorityClass. Built in are "system-node-critical", the highest, and "system-cluster-critical", the next.</summary>
    [Field(24)]
    public string? PriorityClassName { get; init; }

    /// <summary>Numeric importance of the pod; higher means more important. With the priority admission controller it comes from priorityClassName and users cannot set it.</summary>
    [Field(25)]
    public int? Priority { get; init; }

    /// <summary>DNS settings that are merged into the configuration derived from dnsPolicy.</summary>
    [Field(26)]
    public PodDNSConfig? DnsConfig { get; init; }

    /// <summary>Extra conditions for readiness: the pod is ready when all containers are ready and each gate's condition is "True".</summary>
    [Field(28)]
    public IReadOnlyList<PodReadinessGate>? ReadinessGates { get; init; }

    /// <summary>RuntimeClass of the node.k8s.io group to run the pod with; it will not run if none matches. Empty or unset means the "legacy" class.</summary>
    [Field(29, Pointer = true)]
    public string? RuntimeClassName { get; init; }

    /// <summary>Whether environment variables about services, in the syntax of Docker links, are injected into the pod. Defaults to true.</summary>
    [Field(30)]
    public bool? EnableServiceLinks { get; init; }

    /// <summary>Whether the pod may displace pods of lower priority: Never or PreemptLowerPriority. Defaults to PreemptLowerPriority.</summary>
    [Field(31, Pointer = true)]
    [Enum("PreemptLowerPriority", "Never")]
    public string? PreemptionPolicy { get; init; }

    /// <summary>Resources consumed by running the pod under its RuntimeClass, filled in at admission. Do not set it when the RuntimeClass admission controller is enabled.</summary>
    [Field(32)]
    public IReadOnlyDictionary<string, Quantity>? Overhead { get; init; }

    /// <summary>Rules on how a group of pods is distributed over topology domains. All of them must be met.</summary>
    [Field(33)]
    [List(ListMerge.Map, "topologyKey", "whenUnsatisfiable")]
    [Patch(Merge = true, MergeKey = "topologyKey")]
    public IReadOnlyList<TopologySpreadConstraint>? TopologySpreadConstraints { get; init; }

    /// <summary>Set to true to use the fully qualified domain name as host name in the pod. By default it is the leaf name.</summary>
    [Field(35)]
    public bool? SetHostnameAsFQDN { get; init; }

    /// <summary>Operating system of the containers. Setting it restricts other fields: with linux, for instance, securityContext.windowsOptions must be unset.</summary>
    [Field(36)]
    public PodOS? Os { get; init; }

    /// <summary>Whether the pod stays in the host's user namespace, as some kernel features require. Default true; false creates a new user namespace.</summary>
    [Field(37)]
    public bool? HostUsers { get; init; }

    /// <summary>Gates that keep the pod in state SchedulingGated, unseen by the scheduler, until the list is empty. They can only be set at creation.</summary>
    [Field(38)]
    [List(ListMerge.Map, "name")]
    [Patch(Merge = true, MergeKey = "name")]
    public IReadOnlyList<PodSchedulingGate>? SchedulingGates { get; init; }

    /// <summary>Resource allocations that the pod waits for before it starts, each a ResourceClaim that containers consume by name. Alpha, needs the DynamicResourceAllocation feature.</summary>
    [Field(39)]
    [List(ListMerge.Map, "name")]
    [Patch(Merge = true, MergeKey = "name", RetainKeys = true)]
    public IReadOnlyList<PodResourceClaim>? ResourceClaims { get; init; }

    /// <summary>CPU and memory needed by all containers together. Requests and limits may name only "cpu" and "memory"; resource claims are not supported.</summary>
    [Field(40)]
    public ResourceRequirements? Resources { get; init; }
}
