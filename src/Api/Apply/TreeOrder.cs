using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Apply;

/// <summary>The total order of values that field sets are written in: numbers, texts, flags, lists, objects, null.</summary>
internal static class TreeOrder
{
    public static int Compare(Tree left, Tree right) => (left, right) switch
    {
        (TreeNumber { IsFraction: false } first, TreeNumber { IsFraction: false } second) => first.Whole.CompareTo(second.Whole),
        (TreeNumber first, TreeNumber second) => first.Value.CompareTo(second.Value),
        (TreeText first, TreeText second) => string.CompareOrdinal(first.Value, second.Value),
        (TreeFlag first, TreeFlag second) => first.Value.CompareTo(second.Value),
        (TreeList first, TreeList second) => CompareLists(first, second),
        (TreeObject first, TreeObject second) => CompareObjects(first, second),
        _ => Rank(left).CompareTo(Rank(right)),
    };

    private static int Rank(Tree value) => value switch
    {
        TreeNumber => 0,
        TreeText => 1,
        TreeFlag => 2,
        TreeList => 3,
        TreeObject => 4,
        _ => 5,
    };

    private static int CompareLists(TreeList left, TreeList right)
    {
        for (var i = 0; i < left.Count && i < right.Count; i++)
        {
            var order = Compare(left[i], right[i]);
            if (order != 0)
                return order;
        }

        return left.Count.CompareTo(right.Count);
    }

    private static int CompareObjects(TreeObject left, TreeObject right)
    {
        var first = left.OrderBy(member => member.Key, StringComparer.Ordinal).ToList();
        var second = right.OrderBy(member => member.Key, StringComparer.Ordinal).ToList();
        for (var i = 0; i < first.Count && i < second.Count; i++)
        {
            var order = string.CompareOrdinal(first[i].Key, second[i].Key);
            if (order == 0)
                order = Compare(first[i].Value, second[i].Value);
            if (order != 0)
                return order;
        }

        return first.Count.CompareTo(second.Count);
    }
}
