using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Records;

internal sealed class MapConverter<T> : Converter<IReadOnlyDictionary<string, T>>
{
    private readonly Converter<T> _value = Converters.Of<T>();

    public override IReadOnlyDictionary<string, T>? Read(Tree tree)
    {
        if (tree is not TreeObject members)
            return null;

        var map = new Dictionary<string, T>(members.Count);
        foreach (var (name, value) in members)
            map[name] = _value.Read(value)!;
        return map;
    }

    /// <summary>In order of keys, as Go writes maps.</summary>
    public override Tree? Write(IReadOnlyDictionary<string, T> value)
    {
        if (value is null)
            return null;

        var members = new TreeObject(value.Count);
        foreach (var (name, item) in value)
            members.Append(name, _value.Write(item) ?? TreeNull.Instance);
        members.SortByName();
        return members;
    }

    public override bool Same(IReadOnlyDictionary<string, T>? one, IReadOnlyDictionary<string, T>? other)
    {
        if (ReferenceEquals(one, other))
            return true;

        if ((one?.Count ?? 0) != (other?.Count ?? 0))
            return false;

        foreach (var (name, value) in one ?? new Dictionary<string, T>())
        {
            if (!other!.TryGetValue(name, out var counterpart) || !_value.Same(value, counterpart))
                return false;
        }

        return true;
    }
}
