using System.Collections;
using System.Runtime.InteropServices;

namespace CloudletK8s.Api.Trees;

/// <summary>
/// Members in order. Kubernetes' objects are small, so a member is found by walking; a large map (a config map with
/// thousands of keys) gets an index on first need.
/// </summary>
public sealed class TreeObject : Tree, IEnumerable<KeyValuePair<string, Tree>>
{
    private const int IndexFrom = 24;
    private readonly List<KeyValuePair<string, Tree>> _members;
    private Dictionary<string, int>? _index;

    public TreeObject() => _members = [];

    public TreeObject(int capacity) => _members = new(capacity);

    public int Count => _members.Count;

    public override bool IsZero => _members.Count == 0;

    public IEnumerable<string> Names => _members.Select(member => member.Key);

    /// <summary>The member, or null when there is none. Setting null removes it.</summary>
    public Tree? this[string name]
    {
        get
        {
            var at = IndexOf(name);
            return at < 0 ? null : _members[at].Value;
        }

        set
        {
            if (value is null)
                Remove(name);
            else
                Set(name, value);
        }
    }

    public bool Has(string name) => IndexOf(name) >= 0;

    public string? Text(string name) => (this[name] as TreeText)?.Value;

    public TreeObject? Object(string name) => this[name] as TreeObject;

    public TreeList? List(string name) => this[name] as TreeList;

    public bool? Flag(string name) => (this[name] as TreeFlag)?.Value;

    public long? Whole(string name) => this[name] is TreeNumber { IsFraction: false } number ? number.Whole : null;

    /// <summary>The object at the end of a path of members, or null where it breaks off.</summary>
    public TreeObject? Object(string first, string second) => Object(first)?.Object(second);

    public TreeObject ObjectOrNew(string name)
    {
        if (this[name] is TreeObject existing)
            return existing;

        var made = new TreeObject();
        Set(name, made);
        return made;
    }

    public TreeList ListOrNew(string name)
    {
        if (this[name] is TreeList existing)
            return existing;

        var made = new TreeList();
        Set(name, made);
        return made;
    }

    public void Set(string name, Tree value)
    {
        var at = IndexOf(name);
        if (at >= 0)
        {
            CollectionsMarshal.AsSpan(_members)[at] = new(name, value);
            return;
        }

        Append(name, value);
    }

    public void Set(string name, string value) => Set(name, new TreeText(value));

    public void Set(string name, long value) => Set(name, TreeNumber.Of(value));

    public void Set(string name, bool value) => Set(name, TreeFlag.Of(value));

    /// <summary>Adds a member that is known not to be there yet.</summary>
    public void Append(string name, Tree value)
    {
        _index?.Add(name, _members.Count);
        _members.Add(new(name, value));
    }

    /// <summary>Puts a member first, where readers expect kind and apiVersion.</summary>
    public void Prepend(string name, Tree value)
    {
        Remove(name);
        _index = null;
        _members.Insert(0, new(name, value));
    }

    public bool Remove(string name)
    {
        var at = IndexOf(name);
        if (at < 0)
            return false;

        _members.RemoveAt(at);
        _index = null;
        return true;
    }

    public void Clear()
    {
        _members.Clear();
        _index = null;
    }

    public void SortByName()
    {
        _members.Sort(static (left, right) => string.CompareOrdinal(left.Key, right.Key));
        _index = null;
    }

    public override Tree Clone() => CloneObject();

    public TreeObject CloneObject()
    {
        var clone = new TreeObject(_members.Count);
        foreach (var (name, value) in _members)
            clone._members.Add(new(name, value.Clone()));
        return clone;
    }

    /// <summary>A copy whose members are shared with this one: for replacing whole members without touching the original.</summary>
    public TreeObject ShallowCopy()
    {
        var copy = new TreeObject(_members.Count);
        copy._members.AddRange(_members);
        return copy;
    }

    public override bool SameAs(Tree? other)
    {
        if (ReferenceEquals(this, other))
            return true;

        if (other is not TreeObject that || that.Count != Count)
            return false;

        for (var i = 0; i < _members.Count; i++)
        {
            var (name, value) = _members[i];

            // Both sides mostly come from the same schema, hence in the same order.
            var twin = that._members[i].Key == name ? that._members[i].Value : that[name];
            if (!value.SameAs(twin))
                return false;
        }

        return true;
    }

    public List<KeyValuePair<string, Tree>>.Enumerator GetEnumerator() => _members.GetEnumerator();

    IEnumerator<KeyValuePair<string, Tree>> IEnumerable<KeyValuePair<string, Tree>>.GetEnumerator() => _members.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _members.GetEnumerator();

    private int IndexOf(string name)
    {
        if (_members.Count >= IndexFrom)
            return (_index ??= MakeIndex()).GetValueOrDefault(name, -1);

        var members = CollectionsMarshal.AsSpan(_members);
        for (var i = 0; i < members.Length; i++)
        {
            if (ReferenceEquals(members[i].Key, name) || members[i].Key == name)
                return i;
        }

        return -1;
    }

    private Dictionary<string, int> MakeIndex()
    {
        var index = new Dictionary<string, int>(_members.Count);
        for (var i = 0; i < _members.Count; i++)
            index[_members[i].Key] = i;
        return index;
    }
}
