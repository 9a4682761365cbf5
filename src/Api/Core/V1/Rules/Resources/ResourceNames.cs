using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Core.V1.Rules.Resources;

/// <summary>Which resources there are, and what may be done with them.</summary>
public static class ResourceNames
{
    public const string Cpu = "cpu";
    public const string Memory = "memory";
    public const string EphemeralStorage = "ephemeral-storage";
    public const string Storage = "storage";
    public const string Pods = "pods";

    private const string HugePagesPrefix = "hugepages-";
    private const string RequestsPrefix = "requests.";

    private static readonly HashSet<string> Standard =
    [
        Cpu, Memory, EphemeralStorage, "requests.cpu", "requests.memory", "requests.ephemeral-storage", "limits.cpu", "limits.memory",
        "limits.ephemeral-storage", Pods, "resourcequotas", "services", "replicationcontrollers", "secrets", "configmaps",
        "persistentvolumeclaims", Storage, "requests.storage", "services.nodeports", "services.loadbalancers",
    ];

    private static readonly HashSet<string> Counted =
    [
        Pods, "resourcequotas", "services", "replicationcontrollers", "secrets", "configmaps", "persistentvolumeclaims",
        "services.nodeports", "services.loadbalancers",
    ];

    /// <summary>What a container can ask for without a domain in the name.</summary>
    public static bool IsStandardForContainers(string name) => name is Cpu or Memory or EphemeralStorage || IsHugePages(name);

    public static bool IsStandard(string name) =>
        Standard.Contains(name) || IsHugePages(name) || (name.StartsWith(RequestsPrefix, StringComparison.Ordinal) && IsHugePages(name[RequestsPrefix.Length..]));

    public static bool IsHugePages(string name) => name.StartsWith(HugePagesPrefix, StringComparison.Ordinal);

    /// <summary>The page size in a huge page resource's name ("hugepages-2Mi").</summary>
    public static string HugePageSize(string name) => name[HugePagesPrefix.Length..];

    /// <summary>Kubernetes' own: without a domain, or in kubernetes.io.</summary>
    public static bool IsNative(string name) => !name.Contains('/') || name.Contains("kubernetes.io/", StringComparison.Ordinal);

    /// <summary>A device or other thing that somebody else defines ("example.com/gpu").</summary>
    public static bool IsExtended(string name) =>
        !IsNative(name) && !name.StartsWith(RequestsPrefix, StringComparison.Ordinal) && QualifiedNames.Name(RequestsPrefix + name).Count == 0;

    /// <summary>Only whole amounts make sense.</summary>
    public static bool IsWhole(string name) => Counted.Contains(name) || IsExtended(name);

    /// <summary>Requests may stay below limits.</summary>
    public static bool IsOvercommitAllowed(string name) => IsNative(name) && !IsHugePages(name);

    /// <summary>Can be given for the pod as a whole.</summary>
    public static bool IsPodLevel(string name) => name is Cpu or Memory;
}
