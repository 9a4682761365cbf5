using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Values;

namespace CloudletK8s.SchedulerFn.Bench;

/// <summary>Nodes and pods as kube-scheduler's own performance tests use them.</summary>
internal static class BenchObjects
{
    private const int Zones = 10;
    private static readonly Dictionary<string, Quantity> Offers = new()
    {
        ["cpu"] = Quantity.Parse("4"),
        ["memory"] = Quantity.Parse("32Gi"),
        ["pods"] = Quantity.Parse("110"),
    };

    public static Node Node(int number) => new()
    {
        Metadata = new()
        {
            Name = $"node-{number:D5}",
            Labels = new Dictionary<string, string>
            {
                [WellKnown.Hostname] = $"node-{number:D5}",
                [WellKnown.Zone] = $"zone-{number % Zones}",
            },
        },
        Status = new() { Allocatable = Offers, Conditions = [new() { Type = "Ready", Status = "True" }] },
    };

    public static Pod Pod(string name, string cpu, string memory, IReadOnlyDictionary<string, string>? labels = null) => new()
    {
        Metadata = new() { Name = name, Namespace = "bench", Uid = $"uid-{name}", Labels = labels },
        Spec = new()
        {
            Containers =
            [
                new()
                {
                    Name = "main",
                    Image = "registry.k8s.io/pause:3.10",
                    Resources = new() { Requests = new Dictionary<string, Quantity> { ["cpu"] = Quantity.Parse(cpu), ["memory"] = Quantity.Parse(memory) } },
                },
            ],
        },
    };

    public static Pod With(this Pod pod, Func<PodSpec, PodSpec> change) => pod with { Spec = change(pod.Spec!) };

    public static PodAffinityTerm Term(string color, string key) => new()
    {
        TopologyKey = key,
        LabelSelector = new() { MatchLabels = new Dictionary<string, string> { ["color"] = color } },
    };
}
