using System.Text;
using CloudletK8s.SchedulerFn.Clusters;
using CloudletK8s.SchedulerFn.Nodes;

namespace CloudletK8s.SchedulerFn.Tests.Clusters;

/// <summary>Everything that a state has worked out, by names and in order: equal states have equal texts.</summary>
internal static class StateText
{
    public static string Of(ClusterState state)
    {
        var text = new StringBuilder();
        var nodes = state.Nodes;
        for (var slot = 0; slot < nodes.Slots; slot++)
        {
            if (nodes.Names[slot].Length > 0 && (nodes.Exists(slot) || nodes.Pods[slot].Count > 0))
                text.Append(Node(nodes, slot)).Append('\n');
        }

        var lines = text.ToString().Split('\n').Order(StringComparer.Ordinal);
        var terms = state.Topology.Carried
            .Select(carried => $"{carried.Term.Identity} {carried.Role}: {Sums(carried.Sum)}")
            .Where(line => !line.EndsWith(": ", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        return string.Join('\n', [.. lines, .. terms, $"{state.NodeCount} nodes, {state.PlacedPods} pods"]);
    }

    private static string Node(NodeTable nodes, int slot)
    {
        var resources = Enumerable.Range(0, nodes.Resources.Count)
            .Where(resource => nodes.Allocatable[resource][slot] != 0 || nodes.Requested[resource][slot] != 0)
            .Select(resource => $"{nodes.Resources[resource]} {nodes.Requested[resource][slot]}/{nodes.Allocatable[resource][slot]}")
            .Order(StringComparer.Ordinal);
        var ports = (nodes.Ports[slot] ?? []).Select(port => $"{port}").Order(StringComparer.Ordinal);
        var pods = nodes.Pods[slot].Select(pod => $"{pod.Pod.Key}").Order(StringComparer.Ordinal);
        var nominated = (nodes.Nominated[slot] ?? []).Select(pod => $"{pod.Pod.Key}").Order(StringComparer.Ordinal);
        return $"{nodes.Names[slot]} {(nodes.Exists(slot) ? "" : "gone ")}{string.Join(',', resources)} {nodes.ScoredMilliCpu[slot]} {nodes.ScoredMemory[slot]} "
            + $"{nodes.AllowedPods[slot]} [{string.Join(',', ports)}] [{string.Join(',', pods)}] [{string.Join(',', nominated)}]";
    }

    private static string Sums(Topology.DomainSum sum) => string.Join(',', sum.Values
        .Select((value, domain) => (value, domain))
        .Where(one => one.value != 0)
        .Select(one => $"{sum.Key.ValueOf(one.domain)}={one.value}")
        .Order(StringComparer.Ordinal));
}
