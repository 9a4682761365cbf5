using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Apply;

/// <summary>The entries of metadata.managedFields, while an operation works on them.</summary>
internal sealed class ManagedFields
{
    /// <summary>How many entries of updates are kept; the oldest are folded into one.</summary>
    public const int MaximumUpdateManagers = 10;

    private const string Member = "managedFields";
    private const string AncientManager = "ancient-changes";
    private readonly List<ManagedEntry> _entries = [];

    public IReadOnlyList<ManagedEntry> Entries => _entries;

    public bool IsEmpty => _entries.Count == 0;

    public static ManagedFields None => new();

    /// <summary>The entries of an object; null when one of them is invalid.</summary>
    /// <param name="trusted">Entries that need no second check, since they were stored.</param>
    public static ManagedFields? Read(TreeObject? obj, TreeObject? trusted)
    {
        var managed = new ManagedFields();
        if (obj?.Object("metadata")?.List(Member) is not { } items)
            return managed;

        var known = trusted?.Object("metadata")?.List(Member);
        for (var i = 0; i < items.Count; i++)
        {
            if (ManagedEntry.Read(items[i]) is not { } entry)
                return null;
            if (known is null || i >= known.Count || !known[i].SameAs(items[i]))
            {
                if (FieldsV1.Parse(entry.Fields) is not { } fields)
                    return null;
                entry = entry with { Fields = FieldsV1.Of(fields), Source = null };
            }

            managed.Put(entry);
        }

        return managed;
    }

    /// <summary>The user wants all entries gone: an empty list, or a list of one empty entry.</summary>
    public static bool IsReset(TreeObject obj) => obj.Object("metadata")?.List(Member) is { } items
        && (items.Count == 0 || (items.Count == 1 && items[0] is TreeObject { Count: 0 }));

    public static bool AreIn(TreeObject obj) => obj.Object("metadata")?[Member] is not (null or TreeNull);

    public static void RemoveFrom(TreeObject obj) => obj.Object("metadata")?.Remove(Member);

    public ManagedEntry? Find(string manager, bool isApply, string apiVersion, string subresource) =>
        _entries.Find(entry => entry.IsOf(manager, isApply, apiVersion, subresource));

    /// <summary>Adds the entry, in place of the same manager's.</summary>
    public void Put(ManagedEntry entry)
    {
        var at = _entries.FindIndex(entry.IsSameManager);
        if (at < 0)
            _entries.Add(entry);
        else
            _entries[at] = entry;
    }

    public void Remove(ManagedEntry entry) => _entries.Remove(entry);

    /// <summary>Replaces each entry by what the function makes of it; null drops it.</summary>
    public void Change(Func<ManagedEntry, ManagedEntry?> change)
    {
        var kept = 0;
        for (var i = 0; i < _entries.Count; i++)
        {
            if (change(_entries[i]) is { } entry)
                _entries[kept++] = entry;
        }

        _entries.RemoveRange(kept, _entries.Count - kept);
    }

    public void WriteTo(TreeObject obj)
    {
        if (_entries.Count == 0)
        {
            RemoveFrom(obj);
            return;
        }

        _entries.Sort(ManagedEntry.Compare);
        var items = new TreeList(_entries.Count);
        foreach (var entry in _entries)
            items.Add(entry.Write());
        obj.ObjectOrNew("metadata").Set(Member, items);
    }

    /// <summary>Folds the oldest update entries of a version into one until there are few enough.</summary>
    public void Cap()
    {
        var updates = _entries.Where(entry => !entry.IsApply).ToList();
        if (updates.Count <= MaximumUpdateManagers)
            return;

        updates.Sort(ManagedEntry.Compare);
        var count = updates.Count;
        var oldest = new Dictionary<string, ManagedEntry>();
        foreach (var entry in updates)
        {
            if (count <= MaximumUpdateManagers)
                break;
            if (!oldest.TryGetValue(entry.ApiVersion, out var first))
            {
                oldest[entry.ApiVersion] = entry;
                continue;
            }

            if (entry.Manager == AncientManager)
                continue;

            Fold(first, entry);
            count--;
        }
    }

    /// <summary>Into the entry for ancient changes, which the oldest entry becomes when there is none yet.</summary>
    private void Fold(ManagedEntry oldest, ManagedEntry next)
    {
        var bucket = Find(AncientManager, false, next.ApiVersion, "");
        if (bucket is null)
            _entries.Remove(oldest);
        _entries.Remove(next);
        var fields = SetOf(bucket ?? oldest).Union(SetOf(next));
        Put(new(AncientManager, false, next.ApiVersion, "", next.Time, FieldsV1.Of(fields)));
    }

    private static FieldSet SetOf(ManagedEntry entry) => FieldsV1.Parse(entry.Fields) ?? FieldSet.Empty;
}
