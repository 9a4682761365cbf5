using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules.Claims;

/// <summary>dataSource is the older name of dataSourceRef: each is filled from the other.</summary>
internal static class ClaimDataSources
{
    public static void Prepare(TreeObject spec, TreeObject? old)
    {
        // References to other namespaces are off in 1.32.
        if (IsElsewhere(spec) && (old is null || !IsElsewhere(old)))
            spec.Remove("dataSourceRef");
        if (old?.Has(AttributesClass.Member) != true)
            spec.Remove(AttributesClass.Member);

        // The older field never took anything but claims and snapshots; what it could not take, it lost without a word.
        if (old?.Object("dataSource") is null && spec.Object("dataSource") is { } given && !IsClaimOrSnapshot(given))
            spec.Remove("dataSource");

        if (spec.Object("dataSource") is { } source && spec.Object("dataSourceRef") is null)
            spec.Set("dataSourceRef", source.Clone());
        else if (spec.Object("dataSourceRef") is { } reference && spec.Object("dataSource") is null && !IsElsewhere(spec))
            spec.Set("dataSource", Without(reference, "namespace"));
    }

    private static bool IsElsewhere(TreeObject spec) => spec.Object("dataSourceRef")?.Text("namespace") is { Length: > 0 };

    private static bool IsClaimOrSnapshot(TreeObject source) => (source.Text("kind"), source.Text("apiGroup") ?? "") is
        ("PersistentVolumeClaim", "") or ("VolumeSnapshot", "snapshot.storage.k8s.io");

    private static TreeObject Without(TreeObject reference, string member)
    {
        var copy = reference.CloneObject();
        copy.Remove(member);
        return copy;
    }
}
