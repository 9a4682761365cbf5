using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Patches;

/// <summary>How items of lists are told apart: by the value of a key, or (without one) by themselves.</summary>
internal static class ItemKeys
{
    public static ItemKey KeyOf(Tree item, string? key) => new(key is null ? item : (item as TreeObject)?[key]);

    public static ItemKey RequiredKeyOf(Tree item, string key)
    {
        if (item is not TreeObject)
            throw Directives.NotA("map[string]interface {}", item);

        var id = KeyOf(item, key);
        return id.IsAbsent ? throw Directives.NoMergeKey(item, key) : id;
    }

    public static HashSet<ItemKey> Of(TreeList items, string? key) => [.. items.Select(item => KeyOf(item, key))];

    /// <summary>Where the first item of each key stands.</summary>
    public static Dictionary<ItemKey, int> Places(TreeList items, string? key)
    {
        var places = new Dictionary<ItemKey, int>(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            var id = KeyOf(items[i], key);
            if (!id.IsAbsent)
                places.TryAdd(id, i);
        }

        return places;
    }
}
