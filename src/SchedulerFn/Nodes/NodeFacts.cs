using CloudletK8s.Api.Core.V1;
using CloudletK8s.SchedulerFn.Pods;

namespace CloudletK8s.SchedulerFn.Nodes;

/// <summary>What a node's object says, read once when it changes.</summary>
internal sealed class NodeFacts
{
    private static readonly Dictionary<string, string> NoLabels = [];

    public NodeFacts(Node node)
    {
        Name = node.Metadata?.Name ?? "";
        Labels = node.Metadata?.Labels ?? NoLabels;
        IsUnschedulable = node.Spec?.Unschedulable ?? false;
        foreach (var taint in node.Spec?.Taints ?? [])
            (taint.Effect == WellKnown.PreferNoSchedule ? Discouraging : Forbidding).Add(taint);
        IsSilent = (node.Status?.Conditions ?? []).Any(condition => condition is { Type: "Ready", Status: "Unknown" });
        Zone = Labels.TryGetValue(WellKnown.Zone, out var zone) ? zone : null;
        Site = Labels.TryGetValue(EdgeNames.Site, out var site) ? site : Zone;
        foreach (var (resource, _) in node.Status?.Allocatable ?? new Dictionary<string, Api.Values.Quantity>())
            Allocatable.Add(new(resource, RequestArithmetic.Offered(node.Status!.Allocatable!, resource)));
        foreach (var image in node.Status?.Images ?? [])
        {
            foreach (var name in image.Names ?? [])
                Images[name] = image.SizeBytes;
        }
    }

    public string Name { get; }

    public IReadOnlyDictionary<string, string> Labels { get; }

    public bool IsUnschedulable { get; }

    /// <summary>Taints that keep pods away that do not tolerate them: NoSchedule and NoExecute.</summary>
    public List<Taint> Forbidding { get; } = [];

    public List<Taint> Discouraging { get; } = [];

    /// <summary>Nobody knows whether it is ready: it has not been heard of.</summary>
    public bool IsSilent { get; }

    public string? Zone { get; }

    public string? Site { get; }

    public List<ResourceAmount> Allocatable { get; } = [];

    /// <summary>Sizes by name.</summary>
    public Dictionary<string, long> Images { get; } = [];

    public bool IsAt(string site) => Zone == site || Site == site;

    /// <summary>Heartbeats change a node's object and nothing here.</summary>
    public bool IsSame(NodeFacts other) => IsUnschedulable == other.IsUnschedulable && IsSilent == other.IsSilent
        && Allocatable.SequenceEqual(other.Allocatable) && AreSame(Forbidding, other.Forbidding) && AreSame(Discouraging, other.Discouraging)
        && AreSame(Labels, other.Labels) && AreSame(Images, other.Images);

    private static bool AreSame(List<Taint> left, List<Taint> right) => left.Count == right.Count
        && left.Zip(right).All(pair => pair.First.Key == pair.Second.Key && pair.First.Value == pair.Second.Value && pair.First.Effect == pair.Second.Effect);

    private static bool AreSame<T>(IReadOnlyDictionary<string, T> left, IReadOnlyDictionary<string, T> right) => left.Count == right.Count
        && left.All(pair => right.TryGetValue(pair.Key, out var value) && EqualityComparer<T>.Default.Equals(pair.Value, value));
}
