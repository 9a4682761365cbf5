using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Apply;

/// <summary>
/// Field sets as managedFields holds them: an object whose members are path elements; "{}" is a member of the set, "." says that
/// something with children is one too. Updates work on this form directly, since they touch few fields of long sets.
/// </summary>
public static class FieldsV1
{
    private const string Self = ".";
    private const int MostInsertions = 4;

    /// <summary>Shared by all leaves, and never changed.</summary>
    private static readonly TreeObject Leaf = new(0);

    public static TreeObject Of(FieldSet set) => Of(set, false);

    /// <summary>Null when a path element cannot be read; elements of unknown kinds are left out.</summary>
    public static FieldSet? Parse(TreeObject fields)
    {
        var set = new FieldSet(fields.Count);
        foreach (var (name, value) in fields)
        {
            if (name == Self)
                continue;

            if (value is not TreeObject below || PathElement.Parse(name, out var malformed) is not { } element)
            {
                if (value is not TreeObject || IsMalformed(name))
                    return null;
                continue;
            }

            if (Parse(below) is not { } children)
                return null;
            set.Add(element, children.IsEmpty || below.Has(Self), children);
        }

        return set;
    }

    /// <summary>The fields without those of the set: the same object when none of them is there, null when none is left.</summary>
    internal static TreeObject? Subtract(TreeObject fields, FieldSet gone)
    {
        var result = fields;
        foreach (var (element, isMember, children) in gone.Span)
        {
            if (result[element.Text] is not TreeObject node)
                continue;

            var left = SubtractNode(node, isMember, children);
            if (ReferenceEquals(left, node))
                continue;
            if (ReferenceEquals(result, fields))
                result = fields.ShallowCopy();
            result[element.Text] = left;
        }

        return HasNone(result) ? null : result;
    }

    /// <summary>The fields together with those of the set: the same object when they are all there.</summary>
    internal static TreeObject Union(TreeObject fields, FieldSet added)
    {
        if (IsMuch(fields, added) && Parse(fields) is { } parsed)
            return Of(parsed.Union(added), fields.Has(Self));

        var result = fields;
        foreach (var (element, isMember, children) in added.Span)
        {
            if (result[element.Text] is not TreeObject node)
            {
                result = Inserted(result, element, Node(isMember, children));
                continue;
            }

            var joined = UnionNode(node, isMember, children);
            if (ReferenceEquals(joined, node))
                continue;
            if (ReferenceEquals(result, fields))
                result = fields.ShallowCopy();
            result[element.Text] = joined;
        }

        return result;
    }

    /// <summary>Inserting one by one would be quadratic.</summary>
    private static bool IsMuch(TreeObject fields, FieldSet added)
    {
        var missing = 0;
        foreach (var entry in added.Span)
            missing += fields.Has(entry.Element.Text) ? 0 : 1;
        return missing > MostInsertions;
    }

    private static bool IsMalformed(string name)
    {
        PathElement.Parse(name, out var malformed);
        return malformed;
    }

    private static TreeObject Of(FieldSet set, bool isMember)
    {
        var fields = new TreeObject(set.Entries.Count + (isMember ? 1 : 0));
        if (isMember)
            fields.Append(Self, Leaf);
        foreach (var entry in set.Entries)
            fields.Append(entry.Element.Text, Node(entry.IsMember, entry.Children));
        return fields;
    }

    private static TreeObject Node(bool isMember, FieldSet? children) => children is null ? Leaf : Of(children, isMember);

    private static bool IsMember(TreeObject node) => node.Count == 0 || node.Has(Self);

    private static bool HasNone(TreeObject fields) => fields.Count == 0 || (fields.Count == 1 && fields.Has(Self));

    private static TreeObject? SubtractNode(TreeObject node, bool isMember, FieldSet? children)
    {
        var stays = IsMember(node) && !isMember;
        if (node.Count == 0)
            return stays ? node : null;

        var below = children is null ? node : Subtract(node, children);
        if (below is null || HasNone(below))
            return stays ? Leaf : null;
        if (!isMember || !below.Has(Self))
            return below;

        var copy = below.ShallowCopy();
        copy.Remove(Self);
        return copy;
    }

    private static TreeObject UnionNode(TreeObject node, bool isMember, FieldSet? children)
    {
        var member = IsMember(node) || isMember;
        var below = children is null ? node : Union(node, children);
        if (below.Count == 0 || !member || below.Has(Self))
            return below;

        var copy = below.ShallowCopy();
        copy.Prepend(Self, Leaf);
        return copy;
    }

    private static TreeObject Inserted(TreeObject fields, PathElement element, TreeObject node)
    {
        var result = new TreeObject(fields.Count + 1);
        var placed = false;
        foreach (var (name, value) in fields)
        {
            if (!placed && name != Self && PathElement.Parse(name, out _) is { } other && PathElement.Compare(element, other) < 0)
            {
                result.Append(element.Text, node);
                placed = true;
            }

            result.Append(name, value);
        }

        if (!placed)
            result.Append(element.Text, node);
        return result;
    }
}
