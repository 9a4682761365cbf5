using System.Globalization;
using System.Text;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Apply;

/// <summary>One step of the path to a field, known by how it is written in managedFields; equal elements have equal texts.</summary>
public sealed class PathElement : IEquatable<PathElement>
{
    private readonly PathElementKind _kind;
    private Tree? _value;

    private PathElement(PathElementKind kind, string text, Tree? value = null)
    {
        _kind = kind;
        Text = text;
        _value = value;
    }

    /// <summary>As written in managedFields.</summary>
    public string Text { get; }

    internal bool IsField => _kind == PathElementKind.Field;

    internal bool IsKey => _kind == PathElementKind.Key;

    /// <summary>Of a field.</summary>
    internal string Name => Text[2..];

    /// <summary>The key members (sorted by name), the set item or the index.</summary>
    private Tree Value => _value ??= GoJson.Parse(Text[2..])!;

    public static PathElement OfField(string name) => new(PathElementKind.Field, "f:" + name);

    public static PathElement OfValue(Tree value)
    {
        var text = new StringBuilder("v:");
        GoJson.Append(text, value);
        return new(PathElementKind.Value, text.ToString(), value);
    }

    /// <param name="keys">The key members with their values; they are sorted by name.</param>
    public static PathElement OfKey(TreeObject keys)
    {
        var sorted = keys.ShallowCopy();
        sorted.SortByName();
        return OfSortedKeys(sorted);
    }

    /// <summary>Of the only key, mostly a name.</summary>
    internal static PathElement OfKey(string name, Tree value)
    {
        var keys = new TreeObject(1);
        keys.Append(name, value);
        return value is TreeText text && GoJson.IsPlain(text.Value) && GoJson.IsPlain(name)
            ? new(PathElementKind.Key, $"k:{{\"{name}\":\"{text.Value}\"}}", keys)
            : OfSortedKeys(keys);
    }

    internal static PathElement OfSortedKeys(TreeObject keys)
    {
        var text = new StringBuilder("k:", 48);
        var separator = '{';
        foreach (var (name, value) in keys)
        {
            text.Append(separator);
            GoJson.AppendText(text, name);
            GoJson.Append(text.Append(':'), value);
            separator = ',';
        }

        text.Append(keys.Count == 0 ? "{}" : "}");
        return new(PathElementKind.Key, text.ToString(), keys);
    }

    /// <summary>The element that is written so; null when nothing known is.</summary>
    /// <param name="malformed">It is of a known kind but cannot be read.</param>
    internal static PathElement? Parse(string text, out bool malformed)
    {
        malformed = text.Length < 2 || text[1] != ':';
        if (malformed)
            return null;

        switch (text[0])
        {
            case 'f':
                return new(PathElementKind.Field, text);
            case 'k':
                var keys = GoJson.Parse(text[2..]) as TreeObject;
                malformed = keys is null;
                return keys is null ? null : OfKey(keys);
            case 'v':
                var value = GoJson.Parse(text[2..]);
                malformed = value is null;
                return value is null ? null : OfValue(value);
            case 'i':
                malformed = !int.TryParse(text.AsSpan(2), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index);
                return malformed ? null : new(PathElementKind.Index, "i:" + index.ToString(CultureInfo.InvariantCulture), TreeNumber.Of(index));
            default:
                return null;
        }
    }

    internal static int Compare(PathElement left, PathElement right)
    {
        if (ReferenceEquals(left, right) || left.Text == right.Text)
            return 0;
        if (left._kind != right._kind)
            return left._kind.CompareTo(right._kind);
        return left.IsField ? string.CompareOrdinal(left.Text, right.Text) : CompareValues(left, right);
    }

    public bool Equals(PathElement? other) => other is not null && Text == other.Text;

    public override bool Equals(object? obj) => Equals(obj as PathElement);

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>As messages show it: ".spec", "[name=\"a\"]", "[=\"x\"]", "[0]".</summary>
    public override string ToString() => _kind switch
    {
        PathElementKind.Field => "." + Name,
        PathElementKind.Key => $"[{string.Join(',', ((TreeObject)Value).Select(key => $"{key.Key}={Show(key.Value)}"))}]",
        PathElementKind.Value => $"[={Show(Value)}]",
        _ => $"[{Text[2..]}]",
    };

    private static int CompareValues(PathElement left, PathElement right)
    {
        if (left._kind == PathElementKind.Key && left.Value is TreeObject first && right.Value is TreeObject second)
            return CompareKeys(first, second);
        return TreeOrder.Compare(left.Value, right.Value);
    }

    private static int CompareKeys(TreeObject left, TreeObject right)
    {
        using var first = ((IEnumerable<KeyValuePair<string, Tree>>)left).GetEnumerator();
        using var second = ((IEnumerable<KeyValuePair<string, Tree>>)right).GetEnumerator();
        while (true)
        {
            var (more, others) = (first.MoveNext(), second.MoveNext());
            if (!more || !others)
                return more.CompareTo(others);

            var order = string.CompareOrdinal(first.Current.Key, second.Current.Key);
            if (order == 0)
                order = TreeOrder.Compare(first.Current.Value, second.Current.Value);
            if (order != 0)
                return order;
        }
    }

    private static string Show(Tree value)
    {
        var text = new StringBuilder();
        GoJson.Append(text, value);
        return text.ToString();
    }
}
