namespace CloudletK8s.Api.Cel.Types;

/// <summary>What is known of a value before the expression runs.</summary>
internal sealed class CelType
{
    private Lazy<IReadOnlyDictionary<string, CelType>>? _fields;

    private CelType(CelKind kind, string name, params IReadOnlyList<CelType> parameters)
    {
        Kind = kind;
        Name = name;
        Parameters = parameters;
    }

    public static CelType Dyn { get; } = new(CelKind.Dyn, "dyn");

    public static CelType Null { get; } = new(CelKind.Null, "null");

    public static CelType Bool { get; } = new(CelKind.Bool, "bool");

    public static CelType Int { get; } = new(CelKind.Int, "int");

    public static CelType Uint { get; } = new(CelKind.Uint, "uint");

    public static CelType Double { get; } = new(CelKind.Double, "double");

    public static CelType Text { get; } = new(CelKind.Text, "string");

    public static CelType Bytes { get; } = new(CelKind.Bytes, "bytes");

    public static CelType Duration { get; } = new(CelKind.Duration, "duration");

    public static CelType Timestamp { get; } = new(CelKind.Timestamp, "timestamp");

    public CelKind Kind { get; }

    public string Name { get; }

    /// <summary>Of a list, a map, a type or an optional.</summary>
    public IReadOnlyList<CelType> Parameters { get; }

    public bool IsOptional => Kind == CelKind.Opaque && Name == "optional_type";

    public static CelType ListOf(CelType element) => new(CelKind.List, "list", element);

    public static CelType MapOf(CelType key, CelType value) => new(CelKind.Map, "map", key, value);

    public static CelType TypeOf(CelType type) => new(CelKind.Type, "type", type);

    public static CelType Optional(CelType inner) => new(CelKind.Opaque, "optional_type", inner);

    public static CelType Opaque(string name) => new(CelKind.Opaque, name);

    public static CelType Parameter(string name) => new(CelKind.Parameter, name);

    /// <param name="fields">Asked for on first use, since types refer to each other.</param>
    public static CelType Object(string name, Func<IReadOnlyDictionary<string, CelType>> fields) => new(CelKind.Object, name) { _fields = new(fields) };

    public CelType? Field(string name) => _fields?.Value.GetValueOrDefault(name);

    public bool Same(CelType other) => ReferenceEquals(this, other)
        || (Kind == other.Kind && Name == other.Name && Parameters.Count == other.Parameters.Count
            && Parameters.Zip(other.Parameters).All(pair => pair.First.Same(pair.Second)));

    /// <summary>The one type that covers both; dyn where there is none.</summary>
    public CelType Join(CelType other)
    {
        if (Same(other))
            return this;
        if (Kind != other.Kind || Name != other.Name || Kind == CelKind.Object)
            return Dyn;
        return new(Kind, Name, [.. Parameters.Zip(other.Parameters).Select(pair => pair.First.Join(pair.Second))]);
    }

    public override string ToString() => Parameters.Count == 0 ? Name : $"{Name}({string.Join(", ", Parameters)})";

    internal CelType With(IReadOnlyList<CelType> parameters) => new(Kind, Name, parameters);
}
