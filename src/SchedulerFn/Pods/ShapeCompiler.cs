using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Selectors;
using CloudletK8s.SchedulerFn.Topology;

namespace CloudletK8s.SchedulerFn.Pods;

internal static class ShapeCompiler
{
    private const string Ignore = "Ignore";

    public static PodShape Compile(ShapeKey key, Pod pod, PodRequests requests)
    {
        var spec = pod.Spec ?? new();
        var labels = pod.Metadata?.Labels ?? new Dictionary<string, string>();
        var nodes = spec.Affinity?.NodeAffinity;
        var space = pod.Metadata?.Namespace ?? "";
        return new()
        {
            Key = key,
            Namespace = string.Intern(space),
            Labels = labels,
            Priority = spec.Priority ?? 0,
            NeverPreempts = spec.PreemptionPolicy == "Never",
            Requests = requests,
            RequiredNodes = RequiredNodes.Of(spec.NodeSelector, nodes?.RequiredDuringSchedulingIgnoredDuringExecution),
            PreferredNodes = [.. (nodes?.PreferredDuringSchedulingIgnoredDuringExecution ?? []).Where(term => term.Weight != 0).Select(Preferred)],
            Tolerations = spec.Tolerations ?? [],
            HostPorts = ShapeParts.Ports(spec),
            Images = ShapeParts.Images(spec),
            Terms = Terms(spec.Affinity, space, labels),
            SpreadConstraints = [.. (spec.TopologySpreadConstraints ?? []).Select(constraint => Spread(constraint, labels))],
            Volumes = ShapeParts.Volumes(pod),
            Owner = ShapeParts.Owner(pod),
            PinnedSite = ShapeParts.Annotation(pod, EdgeNames.PinToSite),
            DataLocality = ShapeParts.Annotation(pod, EdgeNames.DataLocality)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
        };
    }

    public static SpreadConstraint Spread(TopologySpreadConstraint given, IReadOnlyDictionary<string, string> labels) => new()
    {
        TopologyKey = given.TopologyKey ?? "",
        MaxSkew = given.MaxSkew,
        Selector = Read(With(given.LabelSelector, given.MatchLabelKeys, null, labels)),
        IsHard = given.WhenUnsatisfiable != "ScheduleAnyway",
        MinDomains = given.MinDomains ?? 1,
        HonorsAffinity = given.NodeAffinityPolicy != Ignore,
        HonorsTaints = given.NodeTaintsPolicy == "Honor",
    };

    public static PreferredNodes Preferred(PreferredSchedulingTerm term) => new(NodeTerm.Of(term.Preference), term.Weight);

    private static PodTerms Terms(Affinity? affinity, string space, IReadOnlyDictionary<string, string> labels)
    {
        var with = affinity?.PodAffinity;
        var without = affinity?.PodAntiAffinity;
        if (with is null && without is null)
            return PodTerms.None;

        return new()
        {
            Required = [.. (with?.RequiredDuringSchedulingIgnoredDuringExecution ?? []).Select(term => Term(term, space, labels))],
            RequiredAnti = [.. (without?.RequiredDuringSchedulingIgnoredDuringExecution ?? []).Select(term => Term(term, space, labels))],
            Preferred = [.. (with?.PreferredDuringSchedulingIgnoredDuringExecution ?? []).Select(term => Term(term, space, labels))],
            PreferredAnti = [.. (without?.PreferredDuringSchedulingIgnoredDuringExecution ?? []).Select(term => Term(term, space, labels))],
        };
    }

    private static WeightedTerm Term(WeightedPodAffinityTerm given, string space, IReadOnlyDictionary<string, string> labels) =>
        new(Term(given.PodAffinityTerm ?? new(), space, labels), given.Weight);

    private static AffinityTerm Term(PodAffinityTerm given, string space, IReadOnlyDictionary<string, string> labels)
    {
        SortedSet<string> namespaces = given.Namespaces is not { Count: > 0 } && given.NamespaceSelector is null ? [space] : [.. given.Namespaces ?? []];
        var selector = Read(With(given.LabelSelector, given.MatchLabelKeys, given.MismatchLabelKeys, labels));
        var spaces = Read(given.NamespaceSelector);
        var identity = $"{given.TopologyKey}|{string.Join(',', namespaces)}|{SelectorTexts.Identity(spaces)}|{SelectorTexts.Identity(selector)}";
        return new(given.TopologyKey ?? "", namespaces, spaces, selector, identity);
    }

    /// <summary>The API server has merged label keys of affinity terms; to merge them again changes nothing.</summary>
    private static LabelSelector? With(LabelSelector? selector, IReadOnlyList<string>? same, IReadOnlyList<string>? other, IReadOnlyDictionary<string, string> labels)
    {
        if (selector is null || (same is not { Count: > 0 } && other is not { Count: > 0 }))
            return selector;

        var added = new List<LabelSelectorRequirement>(selector.MatchExpressions ?? []);
        Add(added, same, "In", labels);
        Add(added, other, "NotIn", labels);
        return selector with { MatchExpressions = added };
    }

    private static void Add(List<LabelSelectorRequirement> added, IReadOnlyList<string>? keys, string operation, IReadOnlyDictionary<string, string> labels)
    {
        foreach (var key in keys ?? [])
        {
            if (labels.TryGetValue(key, out var value))
                added.Add(new() { Key = key, Operator = operation, Values = [value] });
        }
    }

    /// <summary>A selector that could not be one selects nothing.</summary>
    private static LabelRequirements Read(LabelSelector? selector) =>
        LabelRequirements.TryRead(selector, out var requirements, out _) ? requirements : LabelRequirements.Nothing;
}
