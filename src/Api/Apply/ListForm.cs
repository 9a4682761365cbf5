using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Apply;

/// <param name="Keys">
/// Of a list whose items are told apart by key fields, sorted by name, with the value of an absent key (null: it is required).
/// </param>
internal sealed record ListForm(ListMerge Merge, KeyValuePair<string, Tree?>[] Keys, Func<ApplyType> Item)
{
    /// <summary>A list that is owned as a whole.</summary>
    public static ListForm Whole { get; } = new(ListMerge.Atomic, [], static () => ApplyType.Deduced);

    public bool IsAtomic => Merge == ListMerge.Atomic;

    /// <summary>How the item is named in a path.</summary>
    public PathElement ElementOf(Tree item)
    {
        if (Merge == ListMerge.Set)
            return SetElementOf(item);

        if (item is TreeNull)
            throw new ApplyFailedException("associative list with keys may not have a null element");
        if (item is not TreeObject members)
            throw new ApplyFailedException("associative list with keys may not have non-map elements");

        if (Keys.Length == 1)
            return PathElement.OfKey(Keys[0].Key, KeyOf(members, Keys[0]));

        var keys = new TreeObject(Keys.Length);
        foreach (var key in Keys)
            keys.Append(key.Key, KeyOf(members, key));
        return PathElement.OfSortedKeys(keys);
    }

    private static Tree KeyOf(TreeObject item, KeyValuePair<string, Tree?> key) => item[key.Key] ?? key.Value ?? throw new ApplyFailedException(
        $"associative list with keys has an element that omits key field \"{key.Key}\" (and doesn't have default value)");

    private static PathElement SetElementOf(Tree item) => item switch
    {
        TreeObject => throw new ApplyFailedException("associative list without keys has an element that's a map type"),
        TreeList => throw new ApplyFailedException("not supported: associative list with lists as elements"),
        TreeNull => throw new ApplyFailedException("associative list without keys has an element that's an explicit null"),
        _ => PathElement.OfValue(item),
    };
}
