using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules.Claims;

/// <summary>The labels by which a volume names its nodes.</summary>
internal static class LabelsInAffinity
{
    private static readonly Dictionary<string, string> Renamed = new()
    {
        ["failure-domain.beta.kubernetes.io/zone"] = "topology.kubernetes.io/zone",
        ["failure-domain.beta.kubernetes.io/region"] = "topology.kubernetes.io/region",
        ["beta.kubernetes.io/os"] = "kubernetes.io/os",
        ["beta.kubernetes.io/arch"] = "kubernetes.io/arch",
        ["beta.kubernetes.io/instance-type"] = "node.kubernetes.io/instance-type",
    };

    /// <summary>A volume from before values were checked may keep those it has.</summary>
    public static bool HasInvalidValue(TreeObject volume)
    {
        foreach (var requirement in Requirements(volume.Object("spec", "nodeAffinity")))
        {
            foreach (var value in requirement.List("values")?.Texts() ?? [])
            {
                if (QualifiedNames.LabelValue(value).Count > 0)
                    return true;
            }
        }

        return false;
    }

    /// <summary>The same but for labels that have got their final name.</summary>
    public static bool SameButRenamed(TreeObject? affinity, TreeObject old)
    {
        var renamed = old.CloneObject();
        var now = Requirements(affinity).ToArray();
        var before = Requirements(renamed).ToArray();
        for (var i = 0; i < Math.Min(now.Length, before.Length); i++)
        {
            var key = now[i].Text("key") ?? "";
            if (Renamed.GetValueOrDefault(before[i].Text("key") ?? "") == key)
                before[i].Set("key", key);
        }

        return Tree.Same(affinity, renamed);
    }

    private static IEnumerable<TreeObject> Requirements(TreeObject? affinity) =>
        affinity?.Object("required")?.List("nodeSelectorTerms")?.Objects()
            .SelectMany(static term => (term.List("matchExpressions")?.Objects() ?? []).Concat(term.List("matchFields")?.Objects() ?? [])) ?? [];
}
