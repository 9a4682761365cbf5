namespace CloudletK8s.Api.Cel.Values;

/// <summary>A value that may not be there.</summary>
internal sealed class CelOptional : ICelOpaque
{
    private readonly object? _value;

    private CelOptional(bool has, object? value)
    {
        Has = has;
        _value = value;
    }

    public static CelOptional None { get; } = new(false, null);

    public string TypeName => "optional_type";

    public bool Has { get; }

    public object? Value => Has ? _value : throw new CelException("optional.none() dereference");

    public static CelOptional Of(object? value) => new(true, value);

    public override bool Equals(object? obj) => obj is CelOptional other && Has == other.Has && CelValues.Same(_value, other._value);

    public override int GetHashCode() => Has.GetHashCode();
}
