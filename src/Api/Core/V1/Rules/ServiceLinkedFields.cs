using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules;

/// <summary>
/// Fields of a service that hold what the server gave it, or say the same thing twice. An update by a client that does not know
/// or repeat them keeps them; a change of type takes away what the new type cannot have.
/// </summary>
internal static class ServiceLinkedFields
{
    /// <summary>Puts back addresses and ports that the client left out.</summary>
    public static void KeepAllocated(TreeObject spec, TreeObject old)
    {
        if (ServiceTypes.NeedsClusterIP(old) && ServiceTypes.NeedsClusterIP(spec))
        {
            if (ClusterIP(spec).Length == 0)
                Copy(spec, old, "clusterIP");
            if (IsEmpty(spec, "clusterIPs") && ClusterIP(spec) == ClusterIP(old))
                Copy(spec, old, "clusterIPs");
        }

        if (ServiceTypes.NeedsNodePort(old) && ServiceTypes.NeedsNodePort(spec))
            KeepNodePorts(spec, old);

        if (ServiceTypes.NeedsHealthCheckNodePort(old) && ServiceTypes.NeedsHealthCheckNodePort(spec) && (spec.Whole("healthCheckNodePort") ?? 0) == 0)
            Copy(spec, old, "healthCheckNodePort");
    }

    /// <summary>clusterIP is the first of clusterIPs; a client that knows only one of the two gets the other.</summary>
    public static void LinkClusterIPs(TreeObject spec, TreeObject? old)
    {
        var clusterIP = ClusterIP(spec);
        if (old is null)
        {
            if (clusterIP.Length > 0 && IsEmpty(spec, "clusterIPs"))
                spec.Set("clusterIPs", TreeList.OfTexts([clusterIP]));
            return;
        }

        if (!IsEmpty(old, "clusterIPs") && IsEmpty(spec, "clusterIPs") && ClusterIP(old) == clusterIP)
            Copy(spec, old, "clusterIPs");

        if (ClusterIP(old) == clusterIP || !SameTexts(spec, old, "clusterIPs"))
            return;

        if (ClusterIP(old).Length > 0 && clusterIP.Length == 0)
            spec.Remove("clusterIPs");
        else
            spec.Set("clusterIPs", TreeList.OfTexts([clusterIP]));
    }

    /// <summary>
    /// What the new type cannot have goes, if the client did not touch it; what the client did change is left for validation to
    /// refuse.
    /// </summary>
    public static void DropOfOtherType(TreeObject spec, TreeObject old)
    {
        if (ServiceTypes.NeedsClusterIP(old) && !ServiceTypes.NeedsClusterIP(spec))
            DropAddresses(spec, old);

        if (ServiceTypes.NeedsNodePort(old) && !ServiceTypes.NeedsNodePort(spec) && NodePorts(spec).IsSubsetOf(NodePorts(old)))
        {
            foreach (var port in Ports(spec))
                port.Remove("nodePort");
        }

        if (ServiceTypes.NeedsHealthCheckNodePort(old) && !ServiceTypes.NeedsHealthCheckNodePort(spec))
            DropIfSame(spec, old, "healthCheckNodePort");
        if (old.Text("type") == "LoadBalancer" && spec.Text("type") != "LoadBalancer")
        {
            DropIfSame(spec, old, "allocateLoadBalancerNodePorts");
            DropIfSame(spec, old, "loadBalancerClass");
        }

        if (ServiceTypes.IsExternallyAccessible(old) && !ServiceTypes.IsExternallyAccessible(spec))
            DropIfSame(spec, old, "externalTrafficPolicy");
    }

    internal static bool SameTexts(TreeObject spec, TreeObject old, string name) =>
        (spec.List(name)?.Texts() ?? []).SequenceEqual(old.List(name)?.Texts() ?? []);

    internal static string ClusterIP(TreeObject spec) => spec.Text("clusterIP") ?? "";

    private static void DropAddresses(TreeObject spec, TreeObject old)
    {
        if (SameTexts(spec, old, "clusterIPs"))
        {
            spec.Remove("clusterIP");
            spec.Remove("clusterIPs");
        }

        if (SameTexts(spec, old, "ipFamilies"))
            spec.Remove("ipFamilies");
        DropIfSame(spec, old, "ipFamilyPolicy");
    }

    private static void KeepNodePorts(TreeObject spec, TreeObject old)
    {
        var used = NodePorts(old);
        used.IntersectWith(NodePorts(spec));
        var byName = new Dictionary<string, long>();
        foreach (var port in Ports(old))
            byName[port.Text("name") ?? ""] = port.Whole("nodePort") ?? 0;

        foreach (var port in Ports(spec))
        {
            if ((port.Whole("nodePort") ?? 0) == 0 && byName.GetValueOrDefault(port.Text("name") ?? "") is not 0 and var number && used.Add(number))
                port.Set("nodePort", number);
        }
    }

    private static HashSet<long> NodePorts(TreeObject spec) => [.. Ports(spec).Select(port => port.Whole("nodePort") ?? 0).Where(number => number != 0)];

    private static IEnumerable<TreeObject> Ports(TreeObject spec) => spec.List("ports")?.Objects() ?? [];

    private static bool IsEmpty(TreeObject spec, string name) => spec.List(name) is not { Count: > 0 };

    private static void Copy(TreeObject spec, TreeObject old, string name) => spec[name] = old[name]?.Clone();

    private static void DropIfSame(TreeObject spec, TreeObject old, string name)
    {
        if (Tree.Same(spec[name], old[name]))
            spec.Remove(name);
    }
}
