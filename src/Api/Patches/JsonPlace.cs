using System.Globalization;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Patches;

/// <summary>A member of an object or an index of a list that a JSON pointer names; it need not exist.</summary>
internal readonly struct JsonPlace(Tree container, string key)
{
    public string Key { get; } = key;

    public bool IsList => container is TreeList;

    public static string Unescape(string part) =>
        part.Contains('~', StringComparison.Ordinal) ? part.Replace("~1", "/").Replace("~0", "~") : part;

    public Tree? Get()
    {
        if (container is TreeObject members)
            return members[Key];

        var items = (TreeList)container;
        return Index(items.Count) is { } index && index < items.Count ? items[index] : null;
    }

    public bool Add(Tree value)
    {
        if (container is TreeObject members)
        {
            members.Set(Key, value);
            return true;
        }

        var items = (TreeList)container;
        if (Key == "-")
        {
            items.Add(value);
            return true;
        }

        if (Index(items.Count + 1) is not { } index)
            return false;
        items.Insert(index, value);
        return true;
    }

    public bool Replace(Tree value)
    {
        if (container is TreeObject members)
        {
            members.Set(Key, value);
            return true;
        }

        var items = (TreeList)container;
        if (Index(items.Count) is not { } index)
            return false;
        items[index] = value;
        return true;
    }

    public bool Remove()
    {
        if (container is TreeObject members)
            return members.Remove(Key);

        var items = (TreeList)container;
        if (Index(items.Count) is not { } index)
            return false;
        items.RemoveAt(index);
        return true;
    }

    /// <summary>The key as an index below the count; negative ones count from the end.</summary>
    private int? Index(int count)
    {
        if (!int.TryParse(Key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index))
            return null;
        if (index < 0)
            index += count;
        return index >= 0 && index < count ? index : null;
    }
}
