namespace CloudletK8s.Api.Rules;

/// <summary>Where in an object a value stands ("spec.containers[0].ports[name].port"). Written out only when there is an error.</summary>
public sealed class FieldPath
{
    private readonly FieldPath? _parent;
    private readonly string? _name;
    private readonly int _index;

    private FieldPath(FieldPath? parent, string? name, int index)
    {
        _parent = parent;
        _name = name;
        _index = index;
    }

    public static FieldPath Root(string name) => new(null, name, -1);

    public FieldPath Child(string name) => new(this, name, -1);

    public FieldPath Child(string first, string second) => Child(first).Child(second);

    public FieldPath Index(int index) => new(this, null, index);

    /// <summary>An entry of a map.</summary>
    public FieldPath Key(string key) => new(this, key, -2);

    public override string ToString() => _index switch
    {
        >= 0 => $"{_parent}[{_index}]",
        -2 => $"{_parent}[{_name}]",
        _ => _parent is null ? _name! : $"{_parent}.{_name}",
    };
}
