using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Patches;

/// <summary>In which order the items of a merged list stand: those of the patch as it says, the others where they stood.</summary>
internal static class ListOrders
{
    /// <summary>Follows the $setElementOrder directives of one object: merges and orders those lists, and strikes them out of the patch.</summary>
    public static void Apply(TreeObject target, TreeObject patch, Schema? schema)
    {
        foreach (var directive in patch.Names.Where(Directives.IsElementOrder).ToList())
        {
            var order = ListIn(patch, directive)!;
            patch.Remove(directive);
            var name = Directives.ListOf(directive);
            var field = StrategicMergePatch.FieldOf(schema, name);
            var existing = ListIn(target, name);
            var changes = ListIn(patch, name);
            var key = field?.PatchMergeKey;
            Check(changes, order, key);
            if ((existing ?? changes) is null)
                continue;

            var before = existing is null ? new TreeList() : new TreeList(existing);
            var merged = Merge(existing, changes, field, name);
            patch.Remove(name);
            target[name] = merged.Count == 0 ? merged : Ordered(merged, order, before, key);
        }
    }

    /// <param name="order">The items of the patch, or those of its directive.</param>
    /// <param name="before">The list before it was merged.</param>
    public static TreeList Ordered(TreeList merged, TreeList order, TreeList before, string? key)
    {
        var wanted = ItemKeys.Places(order, key);
        var stood = ItemKeys.Places(before, key);
        var named = new List<Tree>();
        var others = new List<Tree>();
        foreach (var item in merged)
        {
            var id = key is null ? ItemKeys.KeyOf(item, null) : ItemKeys.RequiredKeyOf(item, key);
            (wanted.ContainsKey(id) ? named : others).Add(item);
        }

        return Woven(SortedBy(others, stood, key), SortedBy(named, wanted, key), stood, key);
    }

    private static TreeList Merge(TreeList? existing, TreeList? changes, Schema? field, string name)
    {
        if (changes is null)
            return existing!;
        if (existing is null)
            return (TreeList)Directives.Without(changes)!;
        return field is { PatchMerge: true } ? StrategicLists.Merge(existing, changes, field, name) : changes;
    }

    private static TreeList? ListIn(TreeObject members, string name) => members[name] switch
    {
        null => null,
        TreeList list => list,
        var other => throw Directives.NotA("[]interface {}", other),
    };

    /// <summary>The items of the patch must stand in the order that its directive says.</summary>
    private static void Check(TreeList? changes, TreeList order, string? key)
    {
        if (changes is null || order.Count == 0)
            return;

        var at = 0;
        foreach (var item in changes)
        {
            if (Directives.HasMarker(item))
                continue;

            var id = key is null ? ItemKeys.KeyOf(item, null) : ItemKeys.RequiredKeyOf(item, key);
            while (at < order.Count && !id.Equals(key is null ? ItemKeys.KeyOf(order[at], null) : ItemKeys.RequiredKeyOf(order[at], key)))
                at++;

            if (at++ >= order.Count)
            {
                throw Directives.Bad($"The order in patch list:\n{GoText.Of(changes)}\n doesn't match $setElementOrder list:\n"
                    + $"{GoText.Of(order)}\n");
            }
        }
    }

    private static List<Tree> SortedBy(List<Tree> items, Dictionary<ItemKey, int> places, string? key) =>
        [.. items.OrderBy(item => places.GetValueOrDefault(ItemKeys.KeyOf(item, key), -1))];

    /// <summary>Weaves two ordered lists: an item that stood before the next named one goes first, everything else after.</summary>
    private static TreeList Woven(List<Tree> others, List<Tree> named, Dictionary<ItemKey, int> stood, string? key)
    {
        var woven = new TreeList(others.Count + named.Count);
        int i = 0, j = 0;
        while (i < others.Count || j < named.Count)
        {
            if (j >= named.Count || (i < others.Count && StoodBefore(others[i], named[j])))
                woven.Add(others[i++]);
            else
                woven.Add(named[j++]);
        }

        return woven;

        bool StoodBefore(Tree other, Tree name) =>
            stood.TryGetValue(ItemKeys.KeyOf(other, key), out var first)
            && stood.TryGetValue(ItemKeys.KeyOf(name, key), out var second)
            && first < second;
    }
}
