using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Records;

internal sealed class ListConverter<T> : Converter<IReadOnlyList<T>>
{
    private readonly Converter<T> _item = Converters.Of<T>();

    public override IReadOnlyList<T>? Read(Tree tree)
    {
        if (tree is not TreeList list)
            return null;

        var items = new T[list.Count];
        for (var i = 0; i < items.Length; i++)
            items[i] = _item.Read(list[i])!;
        return items;
    }

    public override Tree? Write(IReadOnlyList<T> value)
    {
        if (value is null)
            return null;

        var list = new TreeList(value.Count);
        for (var i = 0; i < value.Count; i++)
            list.Add(_item.Write(value[i]) ?? TreeNull.Instance);
        return list;
    }

    public override bool Same(IReadOnlyList<T>? one, IReadOnlyList<T>? other)
    {
        if (ReferenceEquals(one, other))
            return true;

        var count = one?.Count ?? 0;
        if (count != (other?.Count ?? 0))
            return false;

        for (var i = 0; i < count; i++)
        {
            if (!_item.Same(one![i], other![i]))
                return false;
        }

        return true;
    }
}
