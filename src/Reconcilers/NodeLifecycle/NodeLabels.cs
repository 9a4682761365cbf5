namespace CloudletK8s.Reconcilers.NodeLifecycle;

/// <summary>Old clients select nodes by labels that were renamed: both names say the same, and the new one decides.</summary>
internal static class NodeLabels
{
    private static readonly (string Now, string Before)[] s_renamed =
    [
        ("kubernetes.io/os", "beta.kubernetes.io/os"),
        ("kubernetes.io/arch", "beta.kubernetes.io/arch"),
    ];

    public static IReadOnlyDictionary<string, string>? Wanted(IReadOnlyDictionary<string, string>? labels)
    {
        Dictionary<string, string>? changed = null;
        foreach (var (now, before) in s_renamed)
        {
            if (labels?.GetValueOrDefault(now) is { } value && labels.GetValueOrDefault(before) != value)
                (changed ??= new(labels))[before] = value;
        }

        return changed ?? labels;
    }
}
