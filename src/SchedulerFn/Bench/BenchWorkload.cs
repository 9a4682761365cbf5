using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.SchedulerFn.Bench;

/// <summary>The pods of one workload: those that are there before, and those that are placed while the clock runs.</summary>
/// <param name="Existing">The pod of this number that is there before, as often as the options ask for.</param>
internal sealed record BenchWorkload(int ExistingPods, Func<int, Pod> Existing, Func<int, Pod> Measured)
{
    private const string Cpu = "100m";
    private const string Memory = "250Mi";

    public static IReadOnlyList<string> Names { get; } =
        ["basic", "mixed-churn", "preemption", "unschedulable", "node-affinity", "preferred-affinity", "anti-affinity", "affinity", "spread", "daemonset"];

    public static BenchWorkload Of(SchedulerBenchOptions options) => options.Workload switch
    {
        "preemption" => new(
            4 * options.Nodes,
            number => Plain(number, "old", "900m") with { Status = new() { StartTime = DateTimeOffset.UnixEpoch.AddSeconds(number) } },
            number => Plain(number, "new", "1").With(spec => spec with { Priority = 10 })),
        "unschedulable" => new(0, Old, number => number % 2 == 0 ? Plain(number, "new") : Plain(number, "new", "9")),
        "node-affinity" => new(0, Old, number => Plain(number, "new").With(spec => spec with { Affinity = new() { NodeAffinity = Zones() } })),
        "preferred-affinity" => new(options.Nodes, Old, number => Colored(number, "red").With(spec => spec with
        {
            Affinity = new() { PodAffinity = new() { PreferredDuringSchedulingIgnoredDuringExecution = [new() { Weight = 1, PodAffinityTerm = BenchObjects.Term("red", WellKnown.Hostname) }] } },
        })),
        "anti-affinity" => new(options.Nodes / 5, Old, number => Colored(number, Apart(number, options)).With(spec => spec with
        {
            Affinity = new() { PodAntiAffinity = new() { RequiredDuringSchedulingIgnoredDuringExecution = [BenchObjects.Term(Apart(number, options), WellKnown.Hostname)] } },
        })),
        "affinity" => new(options.Nodes, Old, number => Colored(number, "blue").With(spec => spec with
        {
            Affinity = new() { PodAffinity = new() { RequiredDuringSchedulingIgnoredDuringExecution = [BenchObjects.Term("blue", WellKnown.Zone)] } },
        })),
        "spread" => new(options.Nodes, Old, number => Colored(number, "green").With(spec => spec with
        {
            TopologySpreadConstraints =
            [
                new() { TopologyKey = WellKnown.Zone, MaxSkew = 5, WhenUnsatisfiable = "DoNotSchedule", LabelSelector = BenchObjects.Term("green", "").LabelSelector },
                new() { TopologyKey = WellKnown.Hostname, MaxSkew = 1, WhenUnsatisfiable = "ScheduleAnyway", LabelSelector = BenchObjects.Term("green", "").LabelSelector },
            ],
        })),
        "daemonset" => new(0, Old, number => Plain(number, "new").With(spec => spec with { Affinity = new() { NodeAffinity = OneNode(number % options.Nodes) } })),
        _ => new(0, Old, number => Plain(number, "new")),
    };

    /// <summary>Twice as many colors as needed, so that every pod finds a node.</summary>
    private static string Apart(int number, SchedulerBenchOptions options) => $"green-{number % (1 + (2 * options.Pods / Math.Max(1, options.Nodes)))}";

    private static Pod Old(int number) => Plain(number, "old");

    private static Pod Plain(int number, string name, string cpu = Cpu) => BenchObjects.Pod($"{name}-{number:D6}", cpu, Memory);

    private static Pod Colored(int number, string color) => BenchObjects.Pod($"new-{number:D6}", Cpu, Memory, new Dictionary<string, string> { ["color"] = color });

    private static NodeAffinity Zones() => new()
    {
        RequiredDuringSchedulingIgnoredDuringExecution = new()
        {
            NodeSelectorTerms = [new() { MatchExpressions = [new() { Key = WellKnown.Zone, Operator = "In", Values = ["zone-1", "zone-2", "zone-3", "zone-4"] }] }],
        },
    };

    private static NodeAffinity OneNode(int number) => new()
    {
        RequiredDuringSchedulingIgnoredDuringExecution = new()
        {
            NodeSelectorTerms = [new() { MatchFields = [new() { Key = "metadata.name", Operator = "In", Values = [$"node-{number:D5}"] }] }],
        },
    };
}
