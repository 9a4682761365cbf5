using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Patches;

/// <summary>Merges the lists of a strategic merge patch: scalars as a set, objects by the value of their merge key.</summary>
internal static class StrategicLists
{
    public static TreeList Merge(TreeList target, TreeList patch, Schema schema, string name)
    {
        if (target.Count == 0 && patch.Count == 0)
            return target;

        if (!HoldsObjects(target, patch))
            return MergeScalars(target, patch);

        if (schema.PatchMergeKey is not { } key)
            throw Directives.Bad($"cannot merge lists without merge key for {name}");

        return MergeObjects(target, patch, key, schema.Element);
    }

    public static void Delete(TreeList target, TreeList gone, string name)
    {
        if ((target.Count > 0 || gone.Count > 0) && HoldsObjects(target, gone))
            throw Directives.Bad($"cannot merge lists without merge key for {name}");

        var keys = ItemKeys.Of(gone, null);
        target.RemoveAll(item => keys.Contains(ItemKeys.KeyOf(item, null)));
    }

    /// <summary>True: all items are objects; false: all are scalars of one type.</summary>
    public static bool HoldsObjects(params ReadOnlySpan<TreeList> lists)
    {
        Tree? first = null;
        foreach (var list in lists)
        {
            foreach (var item in list)
            {
                if (item is TreeList)
                    throw new PatchFailedException(PatchError.Unprocessable("lists of lists are not supported"));
                if (item is TreeNull || (first is not null && first.GetType() != item.GetType()))
                    throw Directives.Bad($"list element types are not identical: {GoText.Of(new TreeList(lists.ToArray()))}");
                first = item;
            }
        }

        return first is TreeObject;
    }

    private static TreeList MergeScalars(TreeList target, TreeList patch)
    {
        var seen = new HashSet<ItemKey>();
        var merged = new TreeList(target.Count + patch.Count);
        foreach (var item in target.Concat(patch))
        {
            if (seen.Add(ItemKeys.KeyOf(item, null)))
                merged.Add(item);
        }

        return ListOrders.Ordered(merged, patch, target, null);
    }

    private static TreeList MergeObjects(TreeList target, TreeList patch, string key, Schema? element)
    {
        var (kept, changes) = FollowDirectives(target, patch, key);
        var original = new TreeList(kept);
        var places = ItemKeys.Places(kept, key);
        foreach (var item in changes.Objects())
        {
            var id = ItemKeys.RequiredKeyOf(item, key);
            if (places.TryGetValue(id, out var at))
            {
                kept[at] = StrategicMergePatch.Merge((TreeObject)kept[at], item, element);
            }
            else
            {
                places[id] = kept.Count;
                kept.Add(item);
            }
        }

        return ListOrders.Ordered(kept, changes, original, key);
    }

    private static (TreeList Kept, TreeList Changes) FollowDirectives(TreeList target, TreeList patch, string key)
    {
        var changes = new TreeList(patch.Count);
        var deleted = new HashSet<ItemKey>();
        var replace = false;
        foreach (var item in patch.Objects())
        {
            switch (item[Directives.Marker])
            {
                case null:
                    changes.Add(item);
                    break;
                case TreeText { Value: Directives.Delete }:
                    deleted.Add(ItemKeys.RequiredKeyOf(item, key));
                    break;
                case TreeText { Value: Directives.Replace }:
                    replace = true;
                    break;
                case TreeText { Value: Directives.Merge }:
                    throw Directives.Bad("merging lists cannot yet be specified in the patch");
                case var unknown:
                    throw Directives.UnknownType(unknown, item);
            }
        }

        if (replace)
            return (changes, []);

        var kept = new TreeList(target.Where(item => !deleted.Contains(ItemKeys.KeyOf(item, key))));
        return (kept, changes);
    }
}
