using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Core.V1.Pods;
using CloudletK8s.Api.Meta.V1.Rules;
using CloudletK8s.Api.Values;

namespace CloudletK8s.SchedulerFn.Tests.Plain;

/// <summary>The rules one after another, each written down as it is said, with nothing remembered.</summary>
internal static class PlainFilters
{
    private const string Host = "kubernetes.io/hostname";

    public static PlainAnswer? Ask(PlainCluster cluster, Pod pod, Node node) =>
        Unschedulable(pod, node) ?? Taints(pod, node) ?? Reachability(pod, node) ?? NodeAffinity(pod, node) ?? Pin(pod, node)
        ?? Ports(cluster, pod, node) ?? Resources(cluster, pod, node) ?? Disks(cluster, pod, node) ?? PlainVolumes.Limits(cluster, pod, node)
        ?? PlainVolumes.Binding(cluster, pod, node) ?? PlainVolumes.Zone(cluster, pod, node) ?? Spread(cluster, pod, node) ?? PodAffinity(cluster, pod, node);

    /// <summary>With those that are nominated to the node and matter no less, and without them.</summary>
    public static PlainAnswer? AskAmongNominated(PlainCluster cluster, Pod pod, Node node)
    {
        var rivals = cluster.Nominated
            .Where(other => other.Status!.NominatedNodeName == node.Metadata!.Name && other.Metadata!.Name != pod.Metadata!.Name && PlainRules.Priority(other) >= PlainRules.Priority(pod))
            .Select(other => other with { Spec = other.Spec! with { NodeName = node.Metadata!.Name } })
            .ToList();
        return Ask(cluster.And(rivals), pod, node) ?? Ask(cluster, pod, node);
    }

    private static PlainAnswer? Unschedulable(Pod pod, Node node) =>
        node.Spec!.Unschedulable && !PlainRules.Tolerates(pod, new() { Key = "node.kubernetes.io/unschedulable", Effect = "NoSchedule" })
            ? new("NodeUnschedulable", "node(s) were unschedulable", false)
            : null;

    private static PlainAnswer? Taints(Pod pod, Node node) =>
        PlainRules.Taints(node, "NoSchedule", "NoExecute").FirstOrDefault(taint => !PlainRules.Tolerates(pod, taint)) is { } taint
            ? new("TaintToleration", $"node(s) had untolerated taint {{{taint.Key}: {taint.Value}}}", false)
            : null;

    private static PlainAnswer? Reachability(Pod pod, Node node)
    {
        var silent = node.Status!.Conditions!.Any(condition => condition is { Type: "Ready", Status: "Unknown" });
        if (!silent || PlainRules.Tolerates(pod, new() { Key = "node.kubernetes.io/unreachable", Effect = "NoSchedule" }))
            return null;
        var site = PlainRules.Label(node, "cloudlet.dev/site") ?? PlainRules.Label(node, "topology.kubernetes.io/zone");
        return new("NodeReachability", site is null ? "node(s) were unreachable" : $"node(s) at site {site} were unreachable", false);
    }

    private static PlainAnswer? NodeAffinity(Pod pod, Node node) =>
        PlainRules.Allows(pod, node) ? null : new("NodeAffinity", "node(s) didn't match Pod's node affinity/selector", false);

    private static PlainAnswer? Pin(Pod pod, Node node) =>
        pod.Metadata!.Annotations?.GetValueOrDefault("cloudlet.dev/pin-to-site") is { } site
        && site != PlainRules.Label(node, "cloudlet.dev/site") && site != PlainRules.Label(node, "topology.kubernetes.io/zone")
            ? new("SitePin", $"node(s) weren't at site {site}, which the pod is pinned to", false)
            : null;

    private static PlainAnswer? Ports(PlainCluster cluster, Pod pod, Node node)
    {
        var used = cluster.On(node).SelectMany(PortsOf).ToList();
        return PortsOf(pod).Any(port => used.Exists(other => port.Port == other.Port && port.Protocol == other.Protocol
            && (port.Address == other.Address || port.Address == "0.0.0.0" || other.Address == "0.0.0.0")))
            ? new("NodePorts", "node(s) didn't have free ports for the requested pod ports", true)
            : null;
    }

    private static IEnumerable<(string Address, string Protocol, int Port)> PortsOf(Pod pod) => pod.Spec!.Containers!
        .Concat((pod.Spec.InitContainers ?? []).Where(container => container.RestartPolicy == "Always"))
        .SelectMany(container => container.Ports ?? [])
        .Where(port => port.HostPort > 0)
        .Select(port => (string.IsNullOrEmpty(port.HostIP) ? "0.0.0.0" : port.HostIP, port.Protocol ?? "TCP", port.HostPort));

    private static PlainAnswer? Resources(PlainCluster cluster, Pod pod, Node node)
    {
        var reasons = new List<string>();
        if (cluster.On(node).Count() + 1 > (node.Status!.Allocatable!.GetValueOrDefault("pods").Value()))
            reasons.Add("Too many pods");
        var wanted = PodResources.Requests(pod.Spec!);
        foreach (var name in new[] { "cpu", "memory", "ephemeral-storage" }.Concat(wanted.Keys.Except(["cpu", "memory", "ephemeral-storage"]).Order(StringComparer.Ordinal)))
        {
            var amount = wanted.GetValueOrDefault(name);
            var used = cluster.On(node).Aggregate(Quantity.Zero, (sum, other) => sum + PodResources.Requests(other.Spec!).GetValueOrDefault(name));
            if (amount > Quantity.Zero && used + amount > node.Status.Allocatable!.GetValueOrDefault(name))
                reasons.Add($"Insufficient {name}");
        }

        return reasons.Count == 0 ? null : new("NodeResourcesFit", reasons, true);
    }

    private static PlainAnswer? Disks(PlainCluster cluster, Pod pod, Node node)
    {
        var used = cluster.On(node).SelectMany(other => other.Spec!.Volumes ?? []).ToList();
        if ((pod.Spec!.Volumes ?? []).Any(volume => used.Exists(other =>
            (volume.GcePersistentDisk is { } gce && other.GcePersistentDisk?.PdName == gce.PdName && !(gce.ReadOnly && other.GcePersistentDisk!.ReadOnly))
            || (volume.AwsElasticBlockStore is { } ebs && other.AwsElasticBlockStore?.VolumeID == ebs.VolumeID))))
            return new("VolumeRestrictions", "node(s) had no available disk", true);

        var single = PlainVolumes.ClaimsOf(cluster, pod).Where(claim => claim.Spec!.AccessModes!.Contains("ReadWriteOncePod")).ToList();
        return single.Exists(claim => cluster.Pods.Exists(other => PlainVolumes.ClaimsOf(cluster, other).Contains(claim)))
            ? new("VolumeRestrictions", "node has pod using PersistentVolumeClaim with the same name and ReadWriteOncePod access mode", true)
            : null;
    }

    private static PlainAnswer? Spread(PlainCluster cluster, Pod pod, Node node)
    {
        var hard = (pod.Spec!.TopologySpreadConstraints ?? []).Where(constraint => constraint.WhenUnsatisfiable == "DoNotSchedule").ToList();
        foreach (var constraint in hard)
        {
            if (PlainRules.Label(node, constraint.TopologyKey!) is not { } here)
                return new("PodTopologySpread", "node(s) didn't match pod topology spread constraints (missing required label)", false);

            var nodes = cluster.Nodes.Where(other => hard.TrueForAll(one => PlainRules.Label(other, one.TopologyKey!) is not null) && PlainSpread.Counts(pod, constraint, other));
            var domains = nodes.GroupBy(other => PlainRules.Label(other, constraint.TopologyKey!)!)
                .ToDictionary(group => group.Key, group => group.Sum(other => PlainSpread.Pods(cluster, pod, constraint, other)));
            var least = domains.Count == 0 || domains.Count < (constraint.MinDomains ?? 1) ? 0 : domains.Values.Min();
            var self = PlainSpread.Selects(pod, constraint, pod) ? 1 : 0;
            if (domains.GetValueOrDefault(here) + self - least > constraint.MaxSkew)
                return new("PodTopologySpread", "node(s) didn't match pod topology spread constraints", true);
        }

        return null;
    }

    private static PlainAnswer? PodAffinity(PlainCluster cluster, Pod pod, Node node)
    {
        var with = pod.Spec!.Affinity?.PodAffinity?.RequiredDuringSchedulingIgnoredDuringExecution ?? [];
        if (with.Count > 0)
        {
            var kin = cluster.Pods.Where(other => with.All(term => PlainRules.Means(cluster, pod, term, other))).ToList();
            var near = with.All(term => kin.Exists(other => PlainRules.AreTogether(cluster.NodeOf(other), node, term.TopologyKey!)));
            var labeled = with.All(term => PlainRules.Label(node, term.TopologyKey!) is not null);
            var anywhere = kin.Exists(other => with.Any(term => cluster.NodeOf(other) is { } there && PlainRules.Label(there, term.TopologyKey!) is not null));
            var first = !anywhere && with.All(term => PlainRules.Means(cluster, pod, term, pod));
            if (!labeled || !(near || first))
                return new("InterPodAffinity", "node(s) didn't match pod affinity rules", false);
        }

        var without = pod.Spec.Affinity?.PodAntiAffinity?.RequiredDuringSchedulingIgnoredDuringExecution ?? [];
        if (without.Any(term => cluster.Pods.Exists(other => PlainRules.Means(cluster, pod, term, other) && PlainRules.AreTogether(cluster.NodeOf(other), node, term.TopologyKey!))))
            return new("InterPodAffinity", "node(s) didn't match pod anti-affinity rules", true);

        return cluster.Pods.Exists(other => (other.Spec!.Affinity?.PodAntiAffinity?.RequiredDuringSchedulingIgnoredDuringExecution ?? [])
            .Any(term => PlainRules.Means(cluster, other, term, pod) && PlainRules.AreTogether(cluster.NodeOf(other), node, term.TopologyKey!)))
            ? new("InterPodAffinity", "node(s) didn't satisfy existing pods anti-affinity rules", true)
            : null;
    }
}
