using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Cel.Values;

/// <summary>Lists whose schema makes them sets or maps: their order means nothing, and adding to them replaces what is there.</summary>
internal static class ListTypes
{
    public static bool Same(IReadOnlyList<object?> left, IReadOnlyList<object?> right)
    {
        if (left.Count != right.Count)
            return false;

        if (TypeOf(left) is ListMerge.Atomic)
        {
            for (var i = 0; i < left.Count; i++)
            {
                if (!CelValues.Same(left[i], right[i]))
                    return false;
            }

            return true;
        }

        foreach (var item in left)
        {
            if (!right.Any(other => CelValues.Same(item, other)))
                return false;
        }

        return true;
    }

    public static IReadOnlyList<object?> Concat(IReadOnlyList<object?> left, IReadOnlyList<object?> right)
    {
        var made = new List<object?>(left.Count + right.Count);
        made.AddRange(left);
        var type = TypeOf(left);
        foreach (var item in right)
        {
            var at = type == ListMerge.Atomic ? -1 : made.FindIndex(other => IsTwin(left, type, other, item));
            if (at < 0)
                made.Add(item);
            else
                made[at] = item;
        }

        return made;
    }

    private static ListMerge TypeOf(IReadOnlyList<object?> list) => list is TreeItems { Schema: { } schema } ? schema.ListMerge : ListMerge.Atomic;

    private static bool IsTwin(IReadOnlyList<object?> list, ListMerge type, object? left, object? right) => type == ListMerge.Set
        ? CelValues.Same(left, right)
        : left is ICelMap mine && right is ICelMap other
            && ((TreeItems)list).Schema!.ListKeys.All(key => CelValues.Same(Find(mine, key), Find(other, key)));

    private static object? Find(ICelMap map, string key) => map.TryGet(key, out var value) ? value : null;
}
