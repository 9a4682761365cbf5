using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Apply;

/// <summary>
/// Removes from a merged object what its manager applied last time and does not apply any more, unless somebody else owns it.
/// </summary>
internal sealed class Pruning(VersionedTypes types, string apiVersion)
{
    /// <param name="owners">All owners, last the manager with what it applies now.</param>
    /// <param name="last">What the manager applied last time.</param>
    public TreeObject Prune(TreeObject merged, IReadOnlyList<OwnedFields> owners, OwnedFields? last)
    {
        if (last is null || IsStillOwned(last, owners) || types.In(last.ApiVersion, merged) is not { } view)
            return merged;

        var pruned = TypedRemoval.Remove(view.Object, NamedFields.WithParents(last.Fields, view.Type), view.Type);
        pruned = WithOwned(view.Object, pruned, owners, last.ApiVersion);
        pruned = WithUnowned(view, pruned, last);
        return types.In(apiVersion, pruned)?.Object ?? merged;
    }

    /// <summary>The usual apply gives nothing up.</summary>
    private bool IsStillOwned(OwnedFields last, IReadOnlyList<OwnedFields> owners)
    {
        var own = owners[^1];
        return (types.AreOneShape || own.ApiVersion == last.ApiVersion) && last.Fields.Difference(own.Fields).IsEmpty;
    }

    /// <summary>Puts back what others, or the manager itself, still own.</summary>
    private TreeObject WithOwned(TreeObject merged, TreeObject pruned, IReadOnlyList<OwnedFields> owners, string lastVersion)
    {
        // The version of the pruned object goes first: others may not be convertible to while required fields are missing.
        var byVersion = owners
            .GroupBy(owner => types.AreOneShape ? lastVersion : owner.ApiVersion)
            .OrderBy(group => group.Key != lastVersion)
            .ThenBy(group => group.Key, StringComparer.Ordinal);
        foreach (var group in byVersion)
        {
            var owned = group.Aggregate(FieldSet.Empty, (fields, owner) => fields.Union(owner.Fields));
            if (types.In(group.Key, merged) is not { } mergedView || types.In(group.Key, pruned) is not { } prunedView)
                continue;

            var type = mergedView.Type;
            var kept = ParentsOf(prunedView.Object, type).Union(NamedFields.WithParents(owned, type));
            pruned = TypedRemoval.Remove(mergedView.Object, ParentsOf(mergedView.Object, type).Difference(kept), type);
        }

        return pruned;
    }

    /// <summary>Puts back what nobody owned: only what the manager itself had applied may go.</summary>
    private TreeObject WithUnowned((TreeObject Object, ApplyType Type) merged, TreeObject pruned, OwnedFields last)
    {
        if (types.In(last.ApiVersion, pruned) is not { } view)
            return merged.Object;

        var type = merged.Type;
        var gone = ParentsOf(merged.Object, type).Difference(ParentsOf(view.Object, type));
        return TypedRemoval.Remove(merged.Object, gone.Intersection(NamedFields.WithParents(last.Fields, type)), type);
    }

    private static FieldSet ParentsOf(TreeObject obj, ApplyType type) => NamedFields.WithParents(FieldSetBuilder.Of(obj, type), type);
}
