using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules.Pods;

/// <summary>Labels of old in selectors of nodes, and selectors that match nothing.</summary>
internal static class PodPlacementWarnings
{
    private const string Required = "requiredDuringSchedulingIgnoredDuringExecution";
    private const string Preferred = "preferredDuringSchedulingIgnoredDuringExecution";

    public static void Collect(TreeObject spec, string path, IList<string> warnings)
    {
        foreach (var (key, _) in spec.Object("nodeSelector") ?? new TreeObject())
        {
            if (OldLabel(key) is { } message)
                warnings.Add($"{path}.nodeSelector[{key}]: {message}");
        }

        CollectNodeAffinity(spec.Object("affinity", "nodeAffinity"), $"{path}.affinity.nodeAffinity", warnings);
        var constraints = spec.List("topologySpreadConstraints");
        for (var i = 0; i < constraints?.Count; i++)
        {
            if (constraints[i] is not TreeObject constraint)
                continue;

            var key = constraint.Text("topologyKey") ?? "";
            if (OldLabel(key) is { } message)
                warnings.Add($"{path}.topologySpreadConstraints[{i}].topologyKey: {key} is {message}");
            if (!constraint.Has("labelSelector"))
                warnings.Add($"{path}.topologySpreadConstraints[{i}].labelSelector: a null labelSelector results in matching no pod");
        }
    }

    public static void CollectAffinity(TreeObject spec, string path, IList<string> warnings)
    {
        foreach (var kind in (ReadOnlySpan<string>)["podAffinity", "podAntiAffinity"])
        {
            var affinity = spec.Object("affinity", kind);
            Collect(affinity?.List(Required), $"{path}.affinity.{kind}.{Required}", weighted: false, warnings);
            Collect(affinity?.List(Preferred), $"{path}.affinity.{kind}.{Preferred}", weighted: true, warnings);
        }
    }

    private static void Collect(TreeList? terms, string path, bool weighted, IList<string> warnings)
    {
        for (var i = 0; i < terms?.Count; i++)
        {
            var term = terms[i] as TreeObject;
            if ((weighted ? term?.Object("podAffinityTerm") : term)?.Has("labelSelector") != true)
                warnings.Add($"{path}[{i}]{(weighted ? ".podAffinityTerm" : "")}.labelSelector: a null labelSelector results in matching no pod");
        }
    }

    private static void CollectNodeAffinity(TreeObject? affinity, string path, IList<string> warnings)
    {
        var terms = affinity?.Object(Required)?.List("nodeSelectorTerms");
        for (var i = 0; i < terms?.Count; i++)
            CollectTerm(terms[i] as TreeObject, $"{path}.{Required}.nodeSelectorTerms[{i}]", warnings);

        var preferred = affinity?.List(Preferred);
        for (var i = 0; i < preferred?.Count; i++)
            CollectTerm((preferred[i] as TreeObject)?.Object("preference"), $"{path}.{Preferred}[{i}].preference", warnings);
    }

    private static void CollectTerm(TreeObject? term, string path, IList<string> warnings)
    {
        var requirements = term?.List("matchExpressions");
        for (var i = 0; i < requirements?.Count; i++)
        {
            var key = (requirements[i] as TreeObject)?.Text("key") ?? "";
            if (OldLabel(key) is { } message)
                warnings.Add($"{path}.matchExpressions[{i}].key: {key} is {message}");
        }
    }

    private static string? OldLabel(string key) => key switch
    {
        "beta.kubernetes.io/arch" => "deprecated since v1.14; use \"kubernetes.io/arch\" instead",
        "beta.kubernetes.io/os" => "deprecated since v1.14; use \"kubernetes.io/os\" instead",
        "failure-domain.beta.kubernetes.io/region" => "deprecated since v1.17; use \"topology.kubernetes.io/region\" instead",
        "failure-domain.beta.kubernetes.io/zone" => "deprecated since v1.17; use \"topology.kubernetes.io/zone\" instead",
        "beta.kubernetes.io/instance-type" => "deprecated since v1.17; use \"node.kubernetes.io/instance-type\" instead",
        _ => null,
    };
}
