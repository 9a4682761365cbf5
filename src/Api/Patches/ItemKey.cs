using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Patches;

/// <summary>A value that tells an item of a list apart, with the equality of JSON.</summary>
internal readonly struct ItemKey(Tree? value) : IEquatable<ItemKey>
{
    private readonly Tree? _value = value;

    /// <summary>The item has no such key; it matches nothing.</summary>
    public bool IsAbsent => _value is null;

    public bool Equals(ItemKey other) => Tree.Same(_value, other._value);

    public override bool Equals(object? obj) => obj is ItemKey other && Equals(other);

    public override int GetHashCode() => _value switch
    {
        TreeText text => text.Value.GetHashCode(StringComparison.Ordinal),
        TreeNumber number => number.Value.GetHashCode(),
        TreeFlag flag => flag.Value ? 1 : 2,
        _ => 0,
    };
}
