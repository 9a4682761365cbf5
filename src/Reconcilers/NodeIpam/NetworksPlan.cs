using System.Collections;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.ControllerRuntime.Work;
using CloudletK8s.Reconcilers.Nodes;

namespace CloudletK8s.Reconcilers.NodeIpam;

/// <summary>
/// Gives each node a network of its own, and never two the same one. A network cannot be taken back from a node, so it is promised
/// first, in one object that only one process at a time can change: whoever comes after reads the promise, and then the nodes.
/// </summary>
internal static class NetworksPlan
{
    public const string PromisesNamespace = "kube-system";
    public const string PromisesName = "node-networks";

    public static Plan Decide(NetworksView view)
    {
        var waiting = view.Nodes.Where(static node => node.Metadata!.DeletionTimestamp is null && !HasNetwork(node))
            .OrderBy(static node => node.Metadata!.Name, StringComparer.Ordinal).ToList();
        if (waiting.Count == 0)
            return Plan.Nothing;

        var before = view.Promises?.Data ?? new Dictionary<string, string>();
        var taken = new BitArray(view.Networks.Count);
        foreach (var network in view.Nodes.SelectMany(static node => node.Spec?.PodCIDRs ?? []))
            Take(taken, view.Networks, network);

        // A promise to a node that has its network is kept, one to a node that is gone is void.
        var open = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var uid in waiting.Select(static node => node.Metadata!.Uid!))
        {
            if (before.TryGetValue(uid, out var promised) && view.Networks.Touched(promised) is var range && range.Start.Value < range.End.Value && !taken[range.Start.Value])
            {
                open[uid] = promised;
                Take(taken, view.Networks, promised);
            }
        }

        var free = 0;
        foreach (var uid in waiting.Select(static node => node.Metadata!.Uid!).Where(uid => !open.ContainsKey(uid)))
        {
            while (free < taken.Length && taken[free])
                free++;
            if (free == taken.Length)
                break;

            taken[free] = true;
            open[uid] = view.Networks[free];
        }

        return Result(view, waiting, before, open);
    }

    private static Plan Result(NetworksView view, List<Node> waiting, IReadOnlyDictionary<string, string> before, SortedDictionary<string, string> open)
    {
        var steps = new List<PlanStep>(2);
        if (before.Count != open.Count || open.Any(promise => before.GetValueOrDefault(promise.Key) != promise.Value))
            steps.Add(PlanStep.Of(Promise(view.Promises, open)));
        if (open.Count > 0)
            steps.Add(new([.. waiting.Where(node => open.ContainsKey(node.Metadata!.Uid!)).Select(node => Give(node, open[node.Metadata!.Uid!]))]));

        var left = waiting.Where(node => !open.ContainsKey(node.Metadata!.Uid!)).ToList();
        return new()
        {
            Steps = steps,
            Events = [.. left.Select(static node => NodeEvents.StatusIsNow(node, "CIDRNotAvailable"))],
            Result = ReconcileResult.Done.Instance,
        };
    }

    private static Write Promise(ConfigMap? current, SortedDictionary<string, string> open) => current is null
        ? new Write.Create<ConfigMap>(new() { Metadata = new() { Name = PromisesName, Namespace = PromisesNamespace }, Data = open })
        : new Write.Update<ConfigMap>(current with { Data = open });

    private static Write.Update<Node> Give(Node node, string network) =>
        new(node with { Spec = (node.Spec ?? new()) with { PodCIDR = network, PodCIDRs = [network] } });

    private static bool HasNetwork(Node node) => node.Spec is { PodCIDR.Length: > 0 } or { PodCIDRs.Count: > 0 };

    private static void Take(BitArray taken, NodeNetworks networks, string network)
    {
        var range = networks.Touched(network);
        for (var i = range.Start.Value; i < range.End.Value; i++)
            taken[i] = true;
    }
}
