using System.Diagnostics.CodeAnalysis;

namespace CloudletK8s.Api.Cel.Values;

/// <summary>A map that an expression made.</summary>
internal sealed class MadeMap : ICelMap
{
    private readonly Dictionary<object, object?> _entries = [];
    private readonly List<object> _keys = [];

    public int Count => _keys.Count;

    public IEnumerable<object> Keys => _keys;

    public void Add(object? key, object? value)
    {
        if (key is not (string or bool or long or ulong or double))
            throw new CelException("unsupported key type");
        if (!_entries.TryAdd(Normal(key), value))
            throw new CelException($"Failed with repeated key: {CelValues.Text(key)}");
        _keys.Add(key);
    }

    public bool TryGet(object key, [MaybeNullWhen(true)] out object? value) => _entries.TryGetValue(Normal(key), out value);

    /// <summary>Numbers are the same key whatever their type.</summary>
    private static object Normal(object key) => key switch
    {
        ulong natural and <= long.MaxValue => (long)natural,
        double fraction when fraction == Math.Floor(fraction) && Math.Abs(fraction) < 1L << 53 => (long)fraction,
        _ => key,
    };
}
