using System.Globalization;
using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.Reconcilers.StatefulSets;

/// <summary>Which of the set's pods a name stands for.</summary>
internal static class Ordinals
{
    public static int Start(StatefulSet set) => set.Spec?.Ordinals?.Start ?? 0;

    public static bool IsInRange(StatefulSet set, int ordinal) => ordinal >= Start(set) && ordinal < Start(set) + (set.Spec?.Replicas ?? 1);

    public static string PodName(StatefulSet set, int ordinal) => string.Create(CultureInfo.InvariantCulture, $"{set.Metadata!.Name}-{ordinal}");

    /// <summary>-1: the name is none of the set's.</summary>
    public static int Of(StatefulSet set, Pod pod) => TrySplit(pod.Metadata?.Name, out var parent, out var ordinal) && parent == set.Metadata!.Name ? ordinal : -1;

    /// <summary>Takes "web-3" apart.</summary>
    public static bool TrySplit(string? name, out string parent, out int ordinal)
    {
        var dash = name?.LastIndexOf('-') ?? -1;
        (parent, ordinal) = ("", -1);
        if (dash < 0 || !int.TryParse(name.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out ordinal))
            return false;

        parent = name![..dash];
        return true;
    }
}
