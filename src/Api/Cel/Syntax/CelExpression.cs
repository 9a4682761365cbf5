namespace CloudletK8s.Api.Cel.Syntax;

/// <summary>An expression as it is written. Operators are calls of functions with names such as "_+_".</summary>
internal abstract record CelExpression
{
    /// <summary>Long chains nest as brackets do; whoever walks over an expression calls itself for each level.</summary>
    private const int MostDepth = 500;

    private CelExpression(int at, params ReadOnlySpan<CelExpression?> parts)
    {
        At = at;
        foreach (var part in parts)
            Depth = Math.Max(Depth, part?.Depth ?? 0);
        if (++Depth > MostDepth)
            throw CelSyntaxException.At(at, $"expression recursion limit exceeded: {MostDepth}");
    }

    /// <summary>Where a problem with it is shown.</summary>
    public int At { get; }

    private int Depth { get; }

    public sealed record Literal(int At, object? Value) : CelExpression(At);

    public sealed record Name(int At, string Text) : CelExpression(At);

    /// <param name="Optional">.? instead of a dot.</param>
    /// <param name="Test">has(): is it there?</param>
    public sealed record Select(int At, CelExpression Of, string Field, bool Optional, bool Test) : CelExpression(At, Of);

    public sealed record Index(int At, CelExpression Of, CelExpression Key, bool Optional) : CelExpression(At, Of, Key);

    /// <param name="Target">What a method is called on.</param>
    public sealed record Call(int At, string Function, CelExpression? Target, IReadOnlyList<CelExpression> Arguments)
        : CelExpression(At, [Target, .. Arguments]);

    public sealed record ListOf(int At, IReadOnlyList<(CelExpression Item, bool Optional)> Items)
        : CelExpression(At, [.. Items.Select(item => item.Item)]);

    public sealed record MapOf(int At, IReadOnlyList<(CelExpression Key, CelExpression Value, bool Optional)> Entries)
        : CelExpression(At, [.. Entries.SelectMany(entry => new[] { entry.Key, entry.Value })]);

    /// <summary>A macro that walks over something.</summary>
    /// <param name="Macro">all, exists, exists_one, map, filter, optMap, optFlatMap.</param>
    /// <param name="Filter">Of a map of three parts.</param>
    public sealed record Loop(int At, string Macro, CelExpression Range, string Variable, CelExpression? Filter, CelExpression Body)
        : CelExpression(At, Range, Filter, Body);
}
