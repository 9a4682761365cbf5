using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Apply;

/// <param name="Keys">Of a list whose items are told apart by key fields, with the value of an absent key (null: it is required).</param>
internal sealed record ListForm(ListMerge Merge, IReadOnlyList<KeyValuePair<string, Tree?>> Keys, Func<ApplyType> Item)
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

        var keys = new TreeObject(Keys.Count);
        foreach (var (name, absent) in Keys)
        {
            keys.Append(name, members[name] ?? absent ?? throw new ApplyFailedException(
                $"associative list with keys has an element that omits key field \"{name}\" (and doesn't have default value)"));
        }

        return PathElement.OfKey(keys);
    }

    private static PathElement SetElementOf(Tree item) => item switch
    {
        TreeObject => throw new ApplyFailedException("associative list without keys has an element that's a map type"),
        TreeList => throw new ApplyFailedException("not supported: associative list with lists as elements"),
        TreeNull => throw new ApplyFailedException("associative list without keys has an element that's an explicit null"),
        _ => PathElement.OfValue(item),
    };
}
