namespace CloudletK8s.Api.Cel.Types;

/// <summary>Reads the types of signatures: "map(K, list(string))". A single capital is a type parameter.</summary>
internal ref struct CelTypeReader(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> _left = text;

    public readonly bool IsAtEnd => _left.IsEmpty;

    public CelType Read()
    {
        var length = _left.IndexOfAny('(', ')', ',');
        var name = (length < 0 ? _left : _left[..length]).Trim().ToString();
        _left = length < 0 ? [] : _left[length..];
        var parameters = _left.StartsWith("(") ? ReadParameters() : [];
        return name switch
        {
            "dyn" => CelType.Dyn,
            "null" => CelType.Null,
            "bool" => CelType.Bool,
            "int" => CelType.Int,
            "uint" => CelType.Uint,
            "double" => CelType.Double,
            "string" => CelType.Text,
            "bytes" => CelType.Bytes,
            "duration" => CelType.Duration,
            "timestamp" => CelType.Timestamp,
            "list" => CelType.ListOf(parameters[0]),
            "map" => CelType.MapOf(parameters[0], parameters[1]),
            "type" => CelType.TypeOf(parameters[0]),
            "optional" => CelType.Optional(parameters[0]),
            [>= 'A' and <= 'Z'] => CelType.Parameter(name),
            _ => CelType.Opaque(name),
        };
    }

    /// <summary>From an opening bracket to its end.</summary>
    public List<CelType> ReadParameters()
    {
        var parameters = new List<CelType>();
        _left = _left[1..].TrimStart();
        while (!_left.StartsWith(")"))
        {
            parameters.Add(Read());
            _left = _left.TrimStart(", ");
        }

        _left = _left[1..].TrimStart();
        return parameters;
    }
}
