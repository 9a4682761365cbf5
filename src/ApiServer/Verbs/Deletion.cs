using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Values;

namespace CloudletK8s.ApiServer.Verbs;

/// <summary>What deleting an object means for its metadata. Pure.</summary>
internal static class Deletion
{
    public const string Orphan = "orphan";
    public const string Foreground = "foregroundDeletion";

    /// <summary>The object was marked and nothing holds it any more: the next write removes it.</summary>
    public static bool IsComplete(TreeObject obj, KindStrategy strategy)
    {
        var metadata = obj.Object("metadata");
        return metadata is not null && IsMarked(metadata)
            && metadata.List("finalizers") is null or { Count: 0 }
            && (metadata.Whole("deletionGracePeriodSeconds") ?? 0) == 0
            && !strategy.HoldsDeletion(obj);
    }

    public static bool IsMarked(TreeObject metadata) => metadata.Text("deletionTimestamp") is { Length: > 0 };

    /// <summary>Which finalizers the garbage collector has to work off, as the propagation policy says.</summary>
    public static void SetFinalizers(TreeObject metadata, DeleteOptionsBody options, KindStrategy strategy)
    {
        var finalizers = metadata.List("finalizers");
        var had = finalizers?.Texts().ToList() ?? [];
        var wantsOrphan = options.Policy switch
        {
            "Orphan" => true,
            "" when options.OrphanDependents is { } orphan => orphan,
            "" => had.Contains(Orphan) || (strategy.OrphansDependents && !had.Contains(Foreground)),
            _ => false,
        };
        var wantsForeground = options.Policy switch
        {
            "Foreground" => true,
            "" when options.OrphanDependents is null => had.Contains(Foreground),
            _ => false,
        };
        var next = had.Where(name => name is not (Orphan or Foreground)).ToList();
        if (wantsOrphan)
            next.Add(Orphan);
        if (wantsForeground)
            next.Add(Foreground);

        metadata["finalizers"] = next.Count == 0 ? null : TreeList.OfTexts(next);
    }

    public static void Mark(TreeObject obj, DateTimeOffset now, long gracePeriod)
    {
        var metadata = ObjectMetadata.Of(obj);
        metadata.Set("deletionTimestamp", GoTime.Format(now.AddSeconds(gracePeriod)));
        metadata.Set("deletionGracePeriodSeconds", gracePeriod);
        if (metadata.Whole("generation") is { } generation and > 0)
            metadata.Set("generation", generation + 1);
    }
}
