using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Apply;

/// <summary>The items of a list by their path elements.</summary>
internal sealed class ListIndex
{
    /// <summary>Up to here walking is quicker than a table.</summary>
    private const int MostWalked = 8;

    private readonly PathElement[] _elements;
    private readonly Dictionary<string, int>? _first;
    private HashSet<string>? _repeated;

    public ListIndex(TreeList? items, ListForm form)
    {
        Items = items ?? [];
        _elements = Items.Count == 0 ? [] : new PathElement[Items.Count];
        _first = Items.Count > MostWalked ? new(Items.Count) : null;
        for (var i = 0; i < _elements.Length; i++)
        {
            var element = form.ElementOf(Items[i]);
            if (_first is null ? Walk(element, i) >= 0 : !_first.TryAdd(element.Text, i))
                (_repeated ??= []).Add(element.Text);
            _elements[i] = element;
        }
    }

    public TreeList Items { get; }

    public int Count => _elements.Length;

    public PathElement this[int index] => _elements[index];

    public bool IsFirst(int index) => _repeated is null || Find(_elements[index]) == index;

    public bool IsRepeated(int index) => _repeated is not null && _repeated.Contains(_elements[index].Text);

    public bool IsRepeated(PathElement element) => _repeated is not null && _repeated.Contains(element.Text);

    /// <summary>Where the (first) item stands; below zero: nowhere.</summary>
    public int Find(PathElement element)
    {
        if (_first is null)
            return Walk(element, _elements.Length);
        return _first.TryGetValue(element.Text, out var at) ? at : -1;
    }

    public IEnumerable<Tree> All(PathElement element) => Items.Where((_, i) => _elements[i].Equals(element));

    private int Walk(PathElement element, int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (_elements[i].Text == element.Text)
                return i;
        }

        return -1;
    }
}
