using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Core.V1.Pods;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Meta.V1.Rules;
using CloudletK8s.Api.Values;

namespace CloudletK8s.SchedulerFn.Tests.Plain;

/// <summary>The default scores, each for all nodes that could run the pod at once.</summary>
internal static class PlainScores
{
    private const string Host = "kubernetes.io/hostname";
    private const string ZoneKey = "topology.kubernetes.io/zone";

    /// <summary>By plugin with its weight; a plugin that has nothing to say is left out.</summary>
    public static IReadOnlyDictionary<string, (int Weight, long[] Scores)> All(PlainCluster cluster, Pod pod, IReadOnlyList<Node> nodes)
    {
        var scores = new Dictionary<string, (int Weight, long[] Scores)>
        {
            ["TaintToleration"] = (3, Stretch([.. nodes.Select(node => Discouraging(pod, node))], reverse: true)),
            ["NodeResourcesFit"] = (1, [.. nodes.Select(node => Free(cluster, pod, node))]),
            ["NodeResourcesBalancedAllocation"] = (1, [.. nodes.Select(node => Balance(cluster, pod, node))]),
            ["ImageLocality"] = (1, [.. nodes.Select(node => Images(cluster, pod, node))]),
        };
        if (pod.Spec!.Affinity?.NodeAffinity?.PreferredDuringSchedulingIgnoredDuringExecution is { Count: > 0 } preferred)
            scores["NodeAffinity"] = (2, Stretch([.. nodes.Select(node => preferred.Where(term => PlainRules.Matches(term.Preference!, node)).Sum(term => (long)term.Weight))], reverse: false));
        if (Soft(cluster, pod) is { Count: > 0 } soft)
            scores["PodTopologySpread"] = (2, Spread(cluster, pod, nodes, soft));
        scores["InterPodAffinity"] = (2, Between([.. nodes.Select(node => PodAffinity(cluster, pod, node))]));
        if (pod.Metadata!.Annotations?.ContainsKey("cloudlet.dev/data-locality") == true || PlainVolumes.ClaimsOf(cluster, pod).Any())
            scores["DataLocality"] = (2, [.. nodes.Select(node => Data(cluster, pod, node))]);
        return scores;
    }

    private static long Discouraging(Pod pod, Node node) => PlainRules.Taints(node, "PreferNoSchedule").Count(taint => !PlainRules.Tolerates(pod, taint));

    private static long[] Stretch(long[] raw, bool reverse)
    {
        var most = raw.Max();
        return [.. raw.Select(score => most == 0 ? reverse ? 100 : 0 : reverse ? 100 - (100 * score / most) : 100 * score / most)];
    }

    private static long[] Between(long[] raw)
    {
        var (least, most) = (raw.Min(), raw.Max());
        return [.. raw.Select(score => most == least ? 0 : (long)(100 * ((double)(score - least) / (most - least))))];
    }

    private static long Free(PlainCluster cluster, Pod pod, Node node)
    {
        var cpu = node.Status!.Allocatable!["cpu"].MilliValue();
        var memory = node.Status.Allocatable["memory"].Value();
        var usedCpu = cluster.On(node).Append(pod).Sum(one => Scored(one)["cpu"].MilliValue());
        var usedMemory = cluster.On(node).Append(pod).Sum(one => Scored(one)["memory"].Value());
        return (Share(cpu, usedCpu) + Share(memory, usedMemory)) / 2;

        static long Share(long capacity, long used) => used > capacity ? 0 : (capacity - used) * 100 / capacity;
    }

    /// <summary>With something for containers that ask for nothing.</summary>
    private static Dictionary<string, Quantity> Scored(Pod pod)
    {
        return PodResources.Requests(pod.Spec! with
        {
            Containers = [.. pod.Spec!.Containers!.Select(Filled)],
            InitContainers = [.. (pod.Spec.InitContainers ?? []).Select(Filled)],
        });

        static Container Filled(Container container)
        {
            var requests = new Dictionary<string, Quantity>(container.Resources?.Requests ?? new Dictionary<string, Quantity>());
            requests.TryAdd("cpu", Quantity.Parse("100m"));
            requests.TryAdd("memory", Quantity.Parse("200Mi"));
            return container with { Resources = new() { Requests = requests } };
        }
    }

    private static long Balance(PlainCluster cluster, Pod pod, Node node)
    {
        var cpu = Part("cpu", quantity => quantity.MilliValue());
        var memory = Part("memory", quantity => quantity.Value());
        return (long)((1 - (Math.Abs(cpu - memory) / 2)) * 100);

        double Part(string name, Func<Quantity, long> unit) => Math.Min(
            1,
            (double)cluster.On(node).Append(pod).Sum(one => unit(PodResources.Requests(one.Spec!).GetValueOrDefault(name))) / unit(node.Status!.Allocatable![name]));
    }

    private static long Images(PlainCluster cluster, Pod pod, Node node)
    {
        const long Megabyte = 1 << 20;
        var names = (pod.Spec!.InitContainers ?? []).Concat(pod.Spec.Containers!).Select(container => container.Image ?? "").Select(image => image.Contains(':') ? image : image + ":latest").ToList();
        var sum = names.Sum(name => Size(node, name) is { } size ? (long)(size * ((double)cluster.Nodes.Count(other => Size(other, name) is not null) / cluster.Nodes.Count)) : 0);
        return 100 * (Math.Clamp(sum, 23 * Megabyte, 1000 * Megabyte * names.Count) - (23 * Megabyte)) / ((1000 * Megabyte * names.Count) - (23 * Megabyte));

        static long? Size(Node node, string name) => (node.Status!.Images ?? []).FirstOrDefault(image => image.Names!.Contains(name))?.SizeBytes;
    }

    /// <summary>The pod's own soft constraints, or those for pods of a service.</summary>
    private static List<TopologySpreadConstraint> Soft(PlainCluster cluster, Pod pod)
    {
        if (pod.Spec!.TopologySpreadConstraints is { Count: > 0 } own)
            return [.. own.Where(constraint => constraint.WhenUnsatisfiable == "ScheduleAnyway")];

        var labels = cluster.Services
            .Where(service => service.Metadata!.Namespace == pod.Metadata!.Namespace && service.Spec!.Selector!.All(label => pod.Metadata!.Labels?.GetValueOrDefault(label.Key) == label.Value))
            .SelectMany(service => service.Spec!.Selector!).DistinctBy(label => label.Key).ToDictionary();
        var selector = new LabelSelector { MatchLabels = labels };
        return labels.Count == 0 ? [] :
        [
            new() { TopologyKey = Host, MaxSkew = 3, WhenUnsatisfiable = "ScheduleAnyway", LabelSelector = selector },
            new() { TopologyKey = ZoneKey, MaxSkew = 5, WhenUnsatisfiable = "ScheduleAnyway", LabelSelector = selector },
        ];
    }

    private static long[] Spread(PlainCluster cluster, Pod pod, IReadOnlyList<Node> nodes, List<TopologySpreadConstraint> soft)
    {
        var needAll = pod.Spec!.TopologySpreadConstraints is { Count: > 0 };
        var counted = nodes.Where(node => !needAll || soft.TrueForAll(one => PlainRules.Label(node, one.TopologyKey!) is not null)).ToList();
        var raw = new long?[nodes.Count];
        for (var i = 0; i < nodes.Count; i++)
        {
            if (!counted.Contains(nodes[i]))
                continue;

            var sum = 0.0;
            foreach (var constraint in soft)
            {
                if (PlainRules.Label(nodes[i], constraint.TopologyKey!) is not { } here)
                    continue;

                var byHost = constraint.TopologyKey == Host;
                var domains = byHost ? counted.Count : counted.Select(node => PlainRules.Label(node, constraint.TopologyKey!)).Distinct().Count();
                var pods = byHost
                    ? PlainSpread.Pods(cluster, pod, constraint, nodes[i])
                    : cluster.Nodes
                        .Where(node => PlainRules.Label(node, constraint.TopologyKey!) == here && (!needAll || soft.TrueForAll(one => PlainRules.Label(node, one.TopologyKey!) is not null)) && PlainSpread.Counts(pod, constraint, node))
                        .Sum(node => PlainSpread.Pods(cluster, pod, constraint, node));
                sum += (pods * Math.Log(domains + 2)) + constraint.MaxSkew - 1;
            }

            raw[i] = (long)Math.Round(sum, MidpointRounding.AwayFromZero);
        }

        var (least, most) = (raw.Min() ?? 0, raw.Max() ?? 0);
        return [.. raw.Select(score => score is null ? 0 : most == 0 ? 100 : 100 * (most + least - score.Value) / most)];
    }

    private static long PodAffinity(PlainCluster cluster, Pod pod, Node node)
    {
        var sum = 0L;
        foreach (var other in cluster.Pods)
        {
            foreach (var term in pod.Spec!.Affinity?.PodAffinity?.PreferredDuringSchedulingIgnoredDuringExecution ?? [])
                sum += Worth(pod, other, other, term.PodAffinityTerm!, term.Weight);
            foreach (var term in pod.Spec.Affinity?.PodAntiAffinity?.PreferredDuringSchedulingIgnoredDuringExecution ?? [])
                sum -= Worth(pod, other, other, term.PodAffinityTerm!, term.Weight);
            foreach (var term in other.Spec!.Affinity?.PodAffinity?.RequiredDuringSchedulingIgnoredDuringExecution ?? [])
                sum += Worth(other, pod, other, term, 1);
            foreach (var term in other.Spec.Affinity?.PodAffinity?.PreferredDuringSchedulingIgnoredDuringExecution ?? [])
                sum += Worth(other, pod, other, term.PodAffinityTerm!, term.Weight);
            foreach (var term in other.Spec.Affinity?.PodAntiAffinity?.PreferredDuringSchedulingIgnoredDuringExecution ?? [])
                sum -= Worth(other, pod, other, term.PodAffinityTerm!, term.Weight);
        }

        return sum;

        long Worth(Pod owner, Pod meant, Pod there, PodAffinityTerm term, int weight) =>
            PlainRules.Means(cluster, owner, term, meant) && PlainRules.AreTogether(cluster.NodeOf(there), node, term.TopologyKey!) ? weight : 0;
    }

    private static long Data(PlainCluster cluster, Pod pod, Node node)
    {
        var places = (pod.Metadata!.Annotations?.GetValueOrDefault("cloudlet.dev/data-locality") ?? "").Split(',');
        if (places.Contains(node.Metadata!.Name))
            return 100;
        if (places.Contains(PlainRules.Label(node, "cloudlet.dev/site")) || places.Contains(PlainRules.Label(node, ZoneKey)))
            return 60;
        var (here, all) = PlainVolumes.Sites(cluster, pod, node);
        return all == 0 ? 0 : 60 * here / all;
    }
}
