using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Policy.V1;
using CloudletK8s.SchedulerFn.Nodes;
using CloudletK8s.SchedulerFn.Pods;
using CloudletK8s.SchedulerFn.Topology;
using CloudletK8s.SchedulerFn.Volumes;

namespace CloudletK8s.SchedulerFn.Clusters;

/// <summary>
/// The cluster as the scheduler sees it, kept up to date object by object. One owner at a time may use it: it takes no locks.
/// Applying an object again changes nothing; a state built afresh from the same objects is equal, whatever came between.
/// </summary>
public sealed partial class ClusterState
{
    private readonly Dictionary<PodName, PodRecord> _pods = [];
    private readonly Dictionary<PodShape, ShapeUse> _uses = [];
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> _namespaces = [];
    private readonly Dictionary<PodName, PodDisruptionBudget> _budgets = [];

    public ClusterState(PodCompiler compiler)
    {
        Compiler = compiler;
        Topology = new(this);
    }

    public ClusterState()
        : this(new())
    {
    }

    public PodCompiler Compiler { get; }

    public int NodeCount => Nodes.Live;

    /// <summary>Pods that are on a node, bound or assumed.</summary>
    public int PlacedPods { get; private set; }

    internal NodeTable Nodes { get; } = new();

    internal ChangeLog Changes { get; } = new();

    internal TopologyIndex Topology { get; }

    internal StorageState Storage { get; } = new();

    internal WorkloadState Workloads { get; } = new();

    internal ImageCounts Images { get; } = new();

    internal IReadOnlyCollection<PodDisruptionBudget> Budgets => _budgets.Values;

    /// <summary>Moves when a node comes, goes, or says something new.</summary>
    internal long NodeVersion { get; private set; }

    internal long BudgetVersion { get; private set; }

    internal IEnumerable<ShapeUse> Uses => _uses.Values;

    public void Apply(Node node)
    {
        var facts = new NodeFacts(node);
        var slot = Nodes.SlotFor(facts.Name);
        if (Nodes.Facts[slot] is { } before)
        {
            if (before.IsSame(facts))
                return;
            Images.Count(before, -1);
        }

        NodeVersion++;
        Topology.Leave(slot);
        Nodes.Set(slot, facts);
        Images.Count(facts, 1);
        Topology.Enter(slot, facts);
        Changes.Add(slot);
    }

    public void RemoveNode(string name)
    {
        var slot = Nodes.SlotOf(name);
        if (slot < 0 || Nodes.Facts[slot] is not { } facts)
            return;

        NodeVersion++;
        Topology.Leave(slot);
        Images.Count(facts, -1);
        Nodes.Clear(slot);
        Topology.Enter(slot, null);
        Changes.Add(slot);
        Nodes.ReleaseIfUnused(slot);
    }

    public void Apply(Namespace space)
    {
        var name = space.Metadata?.Name ?? "";
        var labels = space.Metadata?.Labels ?? new Dictionary<string, string>();
        if (_namespaces.TryGetValue(name, out var before) && SameLabels(before, labels))
            return;

        _namespaces[name] = labels;
        Topology.RecountNamespaces();
    }

    public void RemoveNamespace(string name)
    {
        if (_namespaces.Remove(name))
            Topology.RecountNamespaces();
    }

    public void Apply(PodDisruptionBudget budget)
    {
        _budgets[new(budget.Metadata?.Namespace ?? "", budget.Metadata?.Name ?? "")] = budget;
        BudgetVersion++;
    }

    public void RemovePodDisruptionBudget(string space, string name)
    {
        if (_budgets.Remove(new(space, name)))
            BudgetVersion++;
    }

    internal IReadOnlyDictionary<string, string>? NamespaceLabels(string name) => _namespaces.GetValueOrDefault(name);

    private static bool SameLabels(IReadOnlyDictionary<string, string> left, IReadOnlyDictionary<string, string> right) =>
        left.Count == right.Count && left.All(label => right.TryGetValue(label.Key, out var value) && value == label.Value);
}
