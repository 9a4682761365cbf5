using System.Collections;

namespace CloudletK8s.Api.Trees;

public sealed class TreeList : Tree, IEnumerable<Tree>
{
    private readonly List<Tree> _items;

    public TreeList() => _items = [];

    public TreeList(int capacity) => _items = new(capacity);

    public TreeList(IEnumerable<Tree> items) => _items = [.. items];

    public int Count => _items.Count;

    public override bool IsZero => _items.Count == 0;

    public Tree this[int index]
    {
        get => _items[index];
        set => _items[index] = value;
    }

    public void Add(Tree item) => _items.Add(item);

    public void Insert(int index, Tree item) => _items.Insert(index, item);

    public void RemoveAt(int index) => _items.RemoveAt(index);

    public int RemoveAll(Predicate<Tree> match) => _items.RemoveAll(match);

    public void Clear() => _items.Clear();

    /// <summary>The items that are objects; a well-formed list of objects has no others.</summary>
    public IEnumerable<TreeObject> Objects() => _items.OfType<TreeObject>();

    public IEnumerable<string> Texts() => _items.OfType<TreeText>().Select(text => text.Value);

    public static TreeList OfTexts(IEnumerable<string> texts) => new(texts.Select(text => new TreeText(text)));

    public override Tree Clone()
    {
        var clone = new TreeList(_items.Count);
        foreach (var item in _items)
            clone._items.Add(item.Clone());
        return clone;
    }

    public override bool SameAs(Tree? other)
    {
        if (other is not TreeList list || list.Count != Count)
            return false;

        for (var i = 0; i < _items.Count; i++)
        {
            if (!_items[i].SameAs(list._items[i]))
                return false;
        }

        return true;
    }

    public List<Tree>.Enumerator GetEnumerator() => _items.GetEnumerator();

    IEnumerator<Tree> IEnumerable<Tree>.GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();
}
