namespace CloudletK8s.Api.Apply;

/// <summary>
/// Brings an entry up to the present schema: where a list or object has become atomic since it was written, its owner owns the
/// whole, and nothing below it.
/// </summary>
internal static class SchemaChanges
{
    public static FieldSet Follow(FieldSet set, ApplyType? type)
    {
        FieldSet? changed = null;
        for (var i = 0; i < set.Entries.Count; i++)
        {
            var (element, isMember, children) = set.Entries[i];
            var below = NamedFields.Below(element, type, out _);
            var isWhole = children is not null && below is { IsDeduced: false } && (below.IsAtomic || below.List is { IsAtomic: true });
            var followed = children is null || isWhole ? null : Follow(children, below);
            if (changed is null && !isWhole && ReferenceEquals(followed, children))
                continue;

            changed ??= Copy(set, i);
            changed.Append(element, isMember || isWhole, followed);
        }

        return changed ?? set;
    }

    private static FieldSet Copy(FieldSet set, int count)
    {
        var copy = new FieldSet(set.Entries.Count);
        for (var i = 0; i < count; i++)
            copy.Append(set.Entries[i].Element, set.Entries[i].IsMember, set.Entries[i].Children);
        return copy;
    }
}
