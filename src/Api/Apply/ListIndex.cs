using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Apply;

/// <summary>The items of a list by their path elements.</summary>
internal sealed class ListIndex
{
    private readonly PathElement[] _elements;
    private readonly Dictionary<string, int> _first;
    private HashSet<string>? _repeated;

    public ListIndex(TreeList? items, ListForm form)
    {
        Items = items ?? [];
        _elements = new PathElement[Items.Count];
        _first = new(Items.Count);
        for (var i = 0; i < _elements.Length; i++)
        {
            _elements[i] = form.ElementOf(Items[i]);
            if (!_first.TryAdd(_elements[i].Text, i))
                (_repeated ??= []).Add(_elements[i].Text);
        }
    }

    public TreeList Items { get; }

    public int Count => _elements.Length;

    public PathElement this[int index] => _elements[index];

    public bool IsFirst(int index) => _repeated is null || _first[_elements[index].Text] == index;

    public bool IsRepeated(int index) => _repeated is not null && _repeated.Contains(_elements[index].Text);

    public bool IsRepeated(PathElement element) => _repeated is not null && _repeated.Contains(element.Text);

    /// <summary>Where the (first) item stands; below zero: nowhere.</summary>
    public int Find(PathElement element) => _first.TryGetValue(element.Text, out var at) ? at : -1;

    public IEnumerable<Tree> All(PathElement element) => Items.Where((_, i) => _elements[i].Equals(element));
}
