using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Apply;

/// <summary>
/// Walks two values of one type side by side. Runs on every write, so what is equal costs a comparison and no memory. Fields that
/// Kubernetes' types always hold count as holding their zero value where a tree leaves them out.
/// </summary>
internal static class FieldComparer
{
    public static DiffNode Compare(Tree older, Tree newer, ApplyType type)
    {
        if (ReferenceEquals(older, newer))
            return default;
        if (older is TreeObject left && newer is TreeObject right && type is { IsObject: true, IsAtomic: false })
            return CompareObjects(left, right, type);
        if (IsGranular(older, type) || IsGranular(newer, type))
            return CompareContainers(older, newer, type);

        return new() { IsModified = !newer.SameAs(older) };
    }

    /// <summary>Everything of a value that the other side does not have.</summary>
    public static FieldSet? Whole(Tree value, ApplyType type)
    {
        if (!IsGranular(value, type))
            return null;
        return value is TreeObject members ? WholeObject(members, type) : WholeList((TreeList)value, type.List!);
    }

    /// <summary>An object or list that is owned by its parts, and has some.</summary>
    private static bool IsGranular(Tree value, ApplyType type) => value switch
    {
        TreeObject members => type is { IsObject: true, IsAtomic: false } && (members.Count > 0 || type.Always.Length > 0),
        TreeList items => type.List is { IsAtomic: false } && items.Count > 0,
        _ => false,
    };

    private static DiffNode CompareObjects(TreeObject older, TreeObject newer, ApplyType type)
    {
        DiffNode diff = default;
        foreach (var (name, value) in newer)
        {
            type.Fields.TryGetValue(name, out var field);
            if (older[name] is { } before)
                Include(ref diff, name, field, type, before, value);
            else if (field?.Zero is { } zero)
                Include(ref diff, name, field, type, zero, value);
            else if ((field?.Type ?? type.Element?.Invoke()) is { } valueType)
                (diff.Added ??= new(newer.Count)).Add(field?.Element ?? PathElement.OfField(name), true, Whole(value, valueType));
        }

        foreach (var (name, value) in older)
        {
            if (newer.Has(name))
                continue;

            type.Fields.TryGetValue(name, out var field);
            if (field?.Zero is { } zero)
                Include(ref diff, name, field, type, value, zero);
            else if ((field?.Type ?? type.Element?.Invoke()) is { } valueType)
                (diff.Removed ??= new()).Add(field?.Element ?? PathElement.OfField(name), true, Whole(value, valueType));
        }

        return diff;
    }

    private static void Include(ref DiffNode diff, string name, ApplyField? field, ApplyType type, Tree older, Tree newer)
    {
        if ((field?.Type ?? type.Element?.Invoke()) is not { } valueType)
            return;

        var below = Compare(older, newer, valueType);
        if (below is { IsModified: false, Added: null, Modified: null, Removed: null })
            return;
        diff.Include(field?.Element ?? PathElement.OfField(name), below);
    }

    /// <summary>Lists, or values of different forms, or one of them empty.</summary>
    private static DiffNode CompareContainers(Tree older, Tree newer, ApplyType type)
    {
        if (type.List is { IsAtomic: false } form && older is TreeList or TreeNull && newer is TreeList or TreeNull)
            return CompareLists(older as TreeList, newer as TreeList, form);

        // A free-form value became another form: it is another value, and what was below it is gone.
        var forms = type.Scalar != ScalarForm.None && older is not TreeNull && newer is not TreeNull;
        return new() { IsModified = forms, Added = Whole(newer, type), Removed = Whole(older, type) };
    }

    private static DiffNode CompareLists(TreeList? older, TreeList? newer, ListForm form)
    {
        if (older is not null && newer is not null && older.SameAs(newer))
            return default;

        var (left, right) = (new ListIndex(older, form), new ListIndex(newer, form));
        var itemType = form.Item();
        DiffNode diff = default;
        for (var i = 0; i < right.Count; i++)
        {
            if (right.IsFirst(i))
                diff.Include(right[i], CompareItems(left, right, right[i], itemType));
        }

        for (var i = 0; i < left.Count; i++)
        {
            if (left.IsFirst(i) && right.Find(left[i]) < 0)
                diff.Include(left[i], CompareItems(left, right, left[i], itemType));
        }

        return diff;
    }

    /// <summary>Items with the same key are owned as one thing, without looking into them.</summary>
    private static DiffNode CompareItems(ListIndex left, ListIndex right, PathElement element, ApplyType type)
    {
        var (leftRepeated, rightRepeated) = (left.IsRepeated(element), right.IsRepeated(element));
        var older = left.Find(element) is >= 0 and var before ? left.Items[before] : null;
        var newer = right.Find(element) is >= 0 and var after ? right.Items[after] : null;
        if (leftRepeated && rightRepeated)
            return new() { IsModified = !new TreeList(left.All(element)).SameAs(new TreeList(right.All(element))) };
        if (leftRepeated)
            return new() { IsRemoved = true, IsAdded = newer is not null, Added = newer is null ? null : Whole(newer, type) };
        if (rightRepeated)
            return new() { IsAdded = true, IsRemoved = older is not null, Removed = older is null ? null : Whole(older, type) };
        if (older is null)
            return new() { IsAdded = true, Added = Whole(newer!, type) };

        return newer is null ? new() { IsRemoved = true, Removed = Whole(older, type) } : Compare(older, newer, type);
    }

    private static FieldSet WholeObject(TreeObject members, ApplyType type)
    {
        var set = new FieldSet(members.Count);
        foreach (var (name, value) in members)
        {
            if (type.Fields.TryGetValue(name, out var field))
                set.Add(field.Element, true, Whole(value, field.Type));
            else if (type.Element?.Invoke() is { } element)
                set.Add(PathElement.OfField(name), true, Whole(value, element));
        }

        foreach (var (name, field) in type.Always)
        {
            if (!members.Has(name))
                set.Add(field.Element, true, Whole(field.Zero!, field.Type));
        }

        return set;
    }

    private static FieldSet WholeList(TreeList items, ListForm form)
    {
        var set = new FieldSet(items.Count);
        var index = new ListIndex(items, form);
        var itemType = form.Item();
        for (var i = 0; i < items.Count; i++)
        {
            if (index.IsFirst(i))
                set.Add(index[i], true, index.IsRepeated(i) ? null : Whole(items[i], itemType));
        }

        return set;
    }
}
