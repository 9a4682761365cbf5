namespace CloudletK8s.Api.Cel.Types;

/// <summary>One way to call a function.</summary>
/// <param name="IsMember">Called on its first parameter.</param>
internal sealed record CelOverload(string Name, bool IsMember, IReadOnlyList<CelType> Parameters, CelType Result, CelFunction Run)
{
    /// <summary>Marks a function whose name has a dot of its own.</summary>
    private const string Global = "::";

    /// <param name="signature">"string.contains(string) bool", "size(list(A)) int", "::sets.contains(list(A), list(A)) bool".</param>
    public static CelOverload Of(string signature, CelFunction run)
    {
        var open = Open(signature);
        var global = signature.StartsWith(Global, StringComparison.Ordinal);
        var dot = global ? -1 : signature.LastIndexOf('.', open);
        var reader = new CelTypeReader(signature.AsSpan(open));
        var parameters = reader.ReadParameters();
        if (dot > 0)
            parameters.Insert(0, new CelTypeReader(signature.AsSpan(0, dot)).Read());
        return new(signature[(global ? Global.Length : dot + 1)..open], dot > 0, parameters, reader.Read(), run);
    }

    /// <summary>The bracket before the arguments: its partner is the one that the result follows.</summary>
    private static int Open(string signature)
    {
        var depth = 0;
        for (var at = signature.LastIndexOf(") ", StringComparison.Ordinal); ; at--)
        {
            depth += signature[at] switch { ')' => 1, '(' => -1, _ => 0 };
            if (depth == 0)
                return at;
        }
    }
}
