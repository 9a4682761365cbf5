using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;

namespace CloudletK8s.Api.Apply;

/// <summary>
/// A set of fields of an object: a tree of path elements, sorted, each of which may be a member, have children, or both. The
/// operations return new sets and share what they can; a set that was handed out is never changed.
/// </summary>
public sealed class FieldSet
{
    private readonly List<FieldSetEntry> _entries;

    public FieldSet() => _entries = [];

    internal FieldSet(int capacity) => _entries = new(capacity);

    public static FieldSet Empty { get; } = new(0);

    public bool IsEmpty => _entries.Count == 0;

    internal IReadOnlyList<FieldSetEntry> Entries => _entries;

    internal ReadOnlySpan<FieldSetEntry> Span => CollectionsMarshal.AsSpan(_entries);

    /// <summary>How many fields are members.</summary>
    public int Count => _entries.Sum(entry => (entry.IsMember ? 1 : 0) + (entry.Children?.Count ?? 0));

    /// <summary>The set of the fields with these paths, each a text of member names joined by dots.</summary>
    public static FieldSet OfPaths(params ReadOnlySpan<string> paths)
    {
        var set = new FieldSet();
        foreach (var path in paths)
            set.Insert([.. path.Split('.').Select(PathElement.OfField)]);
        return set;
    }

    public bool Has(params ReadOnlySpan<PathElement> path)
    {
        var set = this;
        for (var i = 0; i < path.Length; i++)
        {
            if (!set.TryFind(path[i], out var entry))
                return false;
            if (i == path.Length - 1)
                return entry.IsMember;
            if (entry.Children is null)
                return false;
            set = entry.Children;
        }

        return false;
    }

    public FieldSet Union(FieldSet other) => FieldSetAlgebra.Union(this, other);

    /// <summary>The members of both.</summary>
    public FieldSet Intersection(FieldSet other) => FieldSetAlgebra.Intersection(this, other);

    /// <summary>The members of this set that are none of the other; children of its members stay.</summary>
    public FieldSet Difference(FieldSet other) => FieldSetAlgebra.Difference(this, other, recursive: false);

    /// <summary>As <see cref="Difference"/>, but a member of the other takes its children along.</summary>
    public FieldSet Without(FieldSet other) => FieldSetAlgebra.Difference(this, other, recursive: true);

    /// <summary>The members that have no members below them.</summary>
    public FieldSet Leaves()
    {
        var leaves = new FieldSet(_entries.Count);
        foreach (var entry in _entries)
            leaves.Append(entry.Element, entry.IsMember && entry.Children is null, entry.Children?.Leaves());
        return leaves;
    }

    /// <summary>The paths of the members: those of a level before those below it.</summary>
    public IEnumerable<PathElement[]> Paths() => Paths([]);

    public bool SameAs(FieldSet other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (other._entries.Count != _entries.Count)
            return false;

        for (var i = 0; i < _entries.Count; i++)
        {
            var (left, right) = (_entries[i], other._entries[i]);
            if (left.IsMember != right.IsMember || !left.Element.Equals(right.Element))
                return false;
            if (!(left.Children ?? Empty).SameAs(right.Children ?? Empty))
                return false;
        }

        return true;
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var path in Paths())
            text.AppendJoin("", (object[])path).Append('\n');
        return text.ToString();
    }

    internal bool TryFind(PathElement element, [MaybeNullWhen(false)] out FieldSetEntry entry)
    {
        var at = Search(element);
        var found = at < _entries.Count && _entries[at].Element.Equals(element);
        entry = found ? _entries[at] : default;
        return found;
    }

    /// <summary>Adds an entry that stands after all others; without a member and children it is nothing.</summary>
    internal void Append(PathElement element, bool isMember, FieldSet? children)
    {
        if (children is { IsEmpty: true })
            children = null;
        if (isMember || children is not null)
            _entries.Add(new(element, isMember, children));
    }

    /// <summary>Adds an entry wherever it belongs, and joins it with the one that is there.</summary>
    internal void Add(PathElement element, bool isMember, FieldSet? children)
    {
        if (children is { IsEmpty: true })
            children = null;
        if (!isMember && children is null)
            return;

        if (_entries.Count == 0 || PathElement.Compare(_entries[^1].Element, element) < 0)
        {
            _entries.Add(new(element, isMember, children));
            return;
        }

        var at = Search(element);
        if (at == _entries.Count || !_entries[at].Element.Equals(element))
        {
            _entries.Insert(at, new(element, isMember, children));
            return;
        }

        var (_, wasMember, others) = _entries[at];
        var joined = others is null ? children : children is null ? others : others.Union(children);
        _entries[at] = new(element, wasMember || isMember, joined);
    }

    private void Insert(ReadOnlySpan<PathElement> path)
    {
        if (path.Length == 1)
        {
            Add(path[0], true, null);
            return;
        }

        var below = new FieldSet();
        below.Insert(path[1..]);
        Add(path[0], false, below);
    }

    private IEnumerable<PathElement[]> Paths(PathElement[] prefix)
    {
        foreach (var entry in _entries.Where(entry => entry.IsMember))
            yield return [.. prefix, entry.Element];

        foreach (var entry in _entries.Where(entry => entry.Children is not null))
        {
            foreach (var path in entry.Children!.Paths([.. prefix, entry.Element]))
                yield return path;
        }
    }

    private int Search(PathElement element)
    {
        int low = 0, high = _entries.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (PathElement.Compare(_entries[middle].Element, element) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
