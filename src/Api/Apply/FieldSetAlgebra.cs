namespace CloudletK8s.Api.Apply;

/// <summary>The operations on two sets, each one pass over both.</summary>
internal static class FieldSetAlgebra
{
    public static FieldSet Union(FieldSet left, FieldSet right)
    {
        if (left.IsEmpty || ReferenceEquals(left, right))
            return right;
        if (right.IsEmpty)
            return left;

        var result = new FieldSet(left.Entries.Count + right.Entries.Count);
        int i = 0, j = 0;
        while (i < left.Entries.Count && j < right.Entries.Count)
        {
            var (first, second) = (left.Entries[i], right.Entries[j]);
            var order = PathElement.Compare(first.Element, second.Element);
            if (order == 0)
            {
                var children = Union(first.Children ?? FieldSet.Empty, second.Children ?? FieldSet.Empty);
                result.Append(first.Element, first.IsMember || second.IsMember, children);
            }
            else
            {
                Append(result, order < 0 ? first : second);
            }

            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        AppendFrom(result, left, i);
        AppendFrom(result, right, j);
        return result;
    }

    public static FieldSet Intersection(FieldSet left, FieldSet right)
    {
        var result = new FieldSet();
        int i = 0, j = 0;
        while (i < left.Entries.Count && j < right.Entries.Count)
        {
            var (first, second) = (left.Entries[i], right.Entries[j]);
            var order = PathElement.Compare(first.Element, second.Element);
            if (order == 0)
            {
                var children = first.Children is null || second.Children is null ? null : Intersection(first.Children, second.Children);
                result.Append(first.Element, first.IsMember && second.IsMember, children);
            }

            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return result;
    }

    public static FieldSet Difference(FieldSet left, FieldSet right, bool recursive)
    {
        if (right.IsEmpty || left.IsEmpty)
            return left;

        var result = new FieldSet(left.Entries.Count);
        int i = 0, j = 0;
        while (i < left.Entries.Count && j < right.Entries.Count)
        {
            var (first, second) = (left.Entries[i], right.Entries[j]);
            var order = PathElement.Compare(first.Element, second.Element);
            if (order < 0)
                Append(result, first);
            else if (order == 0)
                AppendDifference(result, first, second, recursive);

            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        AppendFrom(result, left, i);
        return result;
    }

    private static void AppendDifference(FieldSet result, FieldSetEntry first, FieldSetEntry second, bool recursive)
    {
        if (recursive && second.IsMember)
            return;

        var children = first.Children is null || second.Children is null
            ? first.Children
            : Difference(first.Children, second.Children, recursive);
        result.Append(first.Element, first.IsMember && !second.IsMember, children);
    }

    private static void Append(FieldSet result, FieldSetEntry entry) => result.Append(entry.Element, entry.IsMember, entry.Children);

    private static void AppendFrom(FieldSet result, FieldSet rest, int index)
    {
        for (; index < rest.Entries.Count; index++)
            Append(result, rest.Entries[index]);
    }
}
