using System.Globalization;
using CloudletK8s.Api.Apps.V1;

namespace CloudletK8s.Reconcilers.Deployments;

/// <summary>What a deployment notes on its replica sets.</summary>
internal static class SetAnnotations
{
    public const string Revision = "deployment.kubernetes.io/revision";
    public const string DesiredReplicas = "deployment.kubernetes.io/desired-replicas";
    public const string MaxReplicas = "deployment.kubernetes.io/max-replicas";
    private const string RevisionHistory = "deployment.kubernetes.io/revision-history";

    /// <summary>Old revisions are forgotten beyond this.</summary>
    private const int LongestHistory = 2000;

    /// <summary>Annotations of the deployment that say nothing about its sets.</summary>
    private static readonly HashSet<string> _own = new(StringComparer.Ordinal)
    {
        "kubectl.kubernetes.io/last-applied-configuration", "deprecated.deployment.rollback.to",
        Revision, RevisionHistory, DesiredReplicas, MaxReplicas,
    };

    public static long RevisionOf(ReplicaSet set) =>
        long.TryParse(set.Metadata?.Annotations?.GetValueOrDefault(Revision), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;

    public static int? Number(ReplicaSet set, string annotation) =>
        int.TryParse(set.Metadata?.Annotations?.GetValueOrDefault(annotation), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The annotations of the set that the deployment is going to, with everything the deployment says.</summary>
    /// <param name="newest">The revision that it must have at least.</param>
    public static Dictionary<string, string> ForNew(Deployment deployment, ReplicaSet set, long newest)
    {
        var annotations = Copy(set);
        foreach (var (name, value) in deployment.Metadata?.Annotations ?? new Dictionary<string, string>())
        {
            if (!_own.Contains(name))
                annotations[name] = value;
        }

        var known = annotations.GetValueOrDefault(Revision);
        var number = 0L;
        if (!string.IsNullOrEmpty(known) && !long.TryParse(known, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number))
            return annotations;
        if (number >= newest)
            return annotations;

        annotations[Revision] = newest.ToString(CultureInfo.InvariantCulture);
        if (!string.IsNullOrEmpty(known))
            annotations[RevisionHistory] = Append(annotations.GetValueOrDefault(RevisionHistory), known);
        return annotations;
    }

    /// <summary>Notes for what size of the deployment a set was sized.</summary>
    public static void Size(Dictionary<string, string> annotations, int replicas, int maxReplicas)
    {
        annotations[DesiredReplicas] = replicas.ToString(CultureInfo.InvariantCulture);
        annotations[MaxReplicas] = maxReplicas.ToString(CultureInfo.InvariantCulture);
    }

    public static Dictionary<string, string> Copy(ReplicaSet set) =>
        new(set.Metadata?.Annotations ?? new Dictionary<string, string>(), StringComparer.Ordinal);

    private static string Append(string? history, string revision)
    {
        if (string.IsNullOrEmpty(history))
            return revision;

        var all = $"{history},{revision}";
        while (all.Length > LongestHistory && all.IndexOf(',', StringComparison.Ordinal) is > 0 and var end)
            all = all[(end + 1)..];
        return all;
    }
}
