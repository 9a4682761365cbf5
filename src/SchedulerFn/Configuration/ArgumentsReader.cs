using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Records;
using CloudletK8s.SchedulerFn.Pods;
using CloudletK8s.SchedulerFn.Profiles;

namespace CloudletK8s.SchedulerFn.Configuration;

/// <summary>Reads the arguments of the plugins that take any.</summary>
internal static class ArgumentsReader
{
    private const int HighestShapeScore = 10;
    private const int LongestBindSeconds = 86_400;

    public static SchedulerProfile Read(SchedulerProfile profile, string plugin, ConfigurationNode arguments) => plugin switch
    {
        PluginNames.NodeResourcesFit => profile with { ResourcesFit = Fit(arguments) },
        PluginNames.NodeResourcesBalancedAllocation => profile with { BalancedAllocation = new() { Resources = Resources(arguments, "resources", weighted: false) } },
        PluginNames.InterPodAffinity => profile with
        {
            InterPodAffinity = new()
            {
                HardPodAffinityWeight = arguments.Whole("hardPodAffinityWeight", 1, 0, 100),
                IgnorePreferredTermsOfExistingPods = arguments.Flag("ignorePreferredTermsOfExistingPods"),
            },
        },
        PluginNames.PodTopologySpread => profile with { Spread = Spread(arguments) },
        PluginNames.NodeAffinity => profile with { NodeAffinity = Affinity(arguments) },
        PluginNames.DefaultPreemption => profile with { Preemption = Preemption(arguments) },
        PluginNames.VolumeBinding => profile with { VolumeBinding = Binding(arguments) },
        _ => profile,
    };

    private static ResourcesFitArguments Fit(ConfigurationNode arguments)
    {
        var fit = new ResourcesFitArguments
        {
            IgnoredResources = arguments.Texts("ignoredResources").ToHashSet(),
            IgnoredResourceGroups = arguments.Texts("ignoredResourceGroups").ToHashSet(),
        };
        foreach (var group in fit.IgnoredResourceGroups)
        {
            if (group.Contains('/'))
                throw arguments.Wrong("ignoredResourceGroups", $"Invalid value: \"{group}\": resource group name can't contain '/'");
        }

        if (arguments.Object("scoringStrategy") is not { } strategy)
            return fit;

        fit = fit with { Strategy = Strategy(strategy), Resources = Resources(strategy, "resources", weighted: true) };
        if (strategy.Object("requestedToCapacityRatio") is { } ratio)
        {
            fit = fit with { Shape = Shape(ratio) };
            ratio.Finish();
        }

        if (fit is { Strategy: ScoringStrategy.RequestedToCapacityRatio, Shape.Count: 0 })
            throw strategy.Wrong("requestedToCapacityRatio.shape", "Required value: at least one point must be specified");
        strategy.Finish();
        return fit;
    }

    private static ScoringStrategy Strategy(ConfigurationNode strategy) => strategy.Text("type") switch
    {
        null or "LeastAllocated" => ScoringStrategy.LeastAllocated,
        "MostAllocated" => ScoringStrategy.MostAllocated,
        "RequestedToCapacityRatio" => ScoringStrategy.RequestedToCapacityRatio,
        var other => throw strategy.Wrong("type", $"Unsupported value: \"{other}\": supported values: \"LeastAllocated\", \"MostAllocated\", \"RequestedToCapacityRatio\""),
    };

    private static IReadOnlyList<ScoredResource> Resources(ConfigurationNode node, string member, bool weighted)
    {
        var resources = new List<ScoredResource>();
        foreach (var resource in node.Objects(member))
        {
            var name = resource.Text("name") ?? throw resource.Wrong("name", "Required value");
            var weight = resource.Whole("weight", 1, 1, 100);
            if (!weighted && weight != 1)
                throw resource.Wrong("weight", $"Invalid value: {weight}: resource weight not in valid range [1]");
            resource.Finish();
            resources.Add(new(name, weight));
        }

        return resources.Count > 0 ? resources : [new("cpu", 1), new("memory", 1)];
    }

    private static List<UtilizationPoint> Shape(ConfigurationNode ratio)
    {
        var shape = new List<UtilizationPoint>();
        foreach (var point in ratio.Objects("shape"))
        {
            var utilization = point.Whole("utilization", 0, 0, 100);
            var score = point.Whole("score", 0, 0, HighestShapeScore);
            point.Finish();
            if (shape.Count > 0 && utilization <= shape[^1].Utilization)
                throw point.Wrong("utilization", $"Invalid value: {utilization}: utilization values must be sorted in increasing order");
            shape.Add(new(utilization, score * (100 / HighestShapeScore)));
        }

        return shape;
    }

    private static SpreadArguments Spread(ConfigurationNode arguments)
    {
        var constraints = arguments.Objects("defaultConstraints").Select(node => Constraint(node)).ToArray();
        return arguments.Text("defaultingType") switch
        {
            null or "System" when constraints.Length == 0 => new(),
            null or "System" => throw arguments.Wrong("defaultingType", "Invalid value: \"System\": when .defaultConstraints are not empty"),
            "List" => new() { DefaultConstraints = constraints, AreSystemDefaults = false },
            var other => throw arguments.Wrong("defaultingType", $"Unsupported value: \"{other}\": supported values: \"List\", \"System\""),
        };
    }

    private static TopologySpreadConstraint Constraint(ConfigurationNode node)
    {
        var constraint = new TopologySpreadConstraint
        {
            TopologyKey = node.Text("topologyKey") ?? throw node.Wrong("topologyKey", "Required value: can not be empty"),
            MaxSkew = node.Whole("maxSkew", 0, 1, int.MaxValue),
            WhenUnsatisfiable = node.Text("whenUnsatisfiable"),
        };
        if (constraint.MaxSkew < 1)
            throw node.Wrong("maxSkew", "Invalid value: 0: not in valid range (0, inf)");
        if (constraint.WhenUnsatisfiable is not ("DoNotSchedule" or "ScheduleAnyway"))
            throw node.Wrong("whenUnsatisfiable", $"Unsupported value: \"{constraint.WhenUnsatisfiable}\": supported values: \"DoNotSchedule\", \"ScheduleAnyway\"");
        if (node.Object("labelSelector") is not null)
            throw node.Wrong("labelSelector", "Forbidden: constraint must not define a selector, as they deduced for each pod");
        node.Finish();
        return constraint;
    }

    private static NodeAffinityArguments Affinity(ConfigurationNode arguments)
    {
        if (arguments.Object("addedAffinity") is not { } added)
            return new();

        var affinity = RecordBinder.Read<NodeAffinity>(added.Tree);
        return new()
        {
            AddedRequired = RequiredNodes.Of(null, affinity.RequiredDuringSchedulingIgnoredDuringExecution),
            AddedPreferred = [.. (affinity.PreferredDuringSchedulingIgnoredDuringExecution ?? []).Select(ShapeCompiler.Preferred)],
        };
    }

    private static PreemptionArguments Preemption(ConfigurationNode arguments)
    {
        var made = new PreemptionArguments
        {
            MinCandidateNodesPercentage = arguments.Whole("minCandidateNodesPercentage", 10, 0, 100),
            MinCandidateNodesAbsolute = arguments.Whole("minCandidateNodesAbsolute", 100, 0, int.MaxValue),
        };
        if (made is { MinCandidateNodesPercentage: 0, MinCandidateNodesAbsolute: 0 })
            throw arguments.Wrong("minCandidateNodesPercentage", "cannot be zero at the same time as minCandidateNodesAbsolute");
        return made;
    }

    private static VolumeBindingArguments Binding(ConfigurationNode arguments)
    {
        if (arguments.Objects("shape").Count > 0)
            throw arguments.Wrong("shape", "Forbidden: scoring volumes by their capacity is not supported");
        return new() { BindTimeout = TimeSpan.FromSeconds(arguments.Whole("bindTimeoutSeconds", 600, 0, LongestBindSeconds)) };
    }
}
