using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Policy.V1;
using CloudletK8s.Api.Storage.V1;

namespace CloudletK8s.SchedulerFn.Tests.Plain;

/// <summary>A cluster as lists of objects, to be searched from end to end for every question.</summary>
internal sealed record PlainCluster
{
    public List<Node> Nodes { get; init; } = [];

    /// <summary>With a node.</summary>
    public List<Pod> Pods { get; init; } = [];

    /// <summary>Without a node, but nominated to one.</summary>
    public List<Pod> Nominated { get; init; } = [];

    public List<Namespace> Namespaces { get; init; } = [];

    public List<Service> Services { get; init; } = [];

    public List<PodDisruptionBudget> Budgets { get; init; } = [];

    public List<PersistentVolumeClaim> Claims { get; init; } = [];

    public List<PersistentVolume> Volumes { get; init; } = [];

    public List<StorageClass> Classes { get; init; } = [];

    public List<CSINode> CsiNodes { get; init; } = [];

    public IEnumerable<Pod> On(Node node) => Pods.Where(pod => pod.Spec!.NodeName == node.Metadata!.Name);

    public Node? NodeOf(Pod pod) => Nodes.Find(node => node.Metadata!.Name == pod.Spec!.NodeName);

    public IReadOnlyDictionary<string, string>? NamespaceLabels(string name) => Namespaces.Find(space => space.Metadata!.Name == name)?.Metadata!.Labels;

    public PlainCluster Without(IReadOnlyCollection<Pod> gone) => this with { Pods = [.. Pods.Where(pod => !gone.Contains(pod))] };

    public PlainCluster And(IEnumerable<Pod> more) => this with { Pods = [.. Pods, .. more] };
}
