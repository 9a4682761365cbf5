namespace CloudletK8s.Api.Cel.Syntax;

/// <summary>Calls that name a variable for their own arguments.</summary>
internal static class CelMacros
{
    /// <returns>Null when it is a call like any other.</returns>
    public static CelExpression? Expand(int at, CelExpression of, string name, List<CelExpression> arguments)
    {
        var parts = name switch
        {
            "all" or "exists" or "exists_one" or "filter" or "optMap" or "optFlatMap" => arguments.Count == 2,
            "map" => arguments.Count is 2 or 3,
            _ => false,
        };
        if (!parts)
            return null;

        return arguments[0] is CelExpression.Name variable
            ? new CelExpression.Loop(at, name, of, variable.Text, arguments.Count == 3 ? arguments[1] : null, arguments[^1])
            : throw new CelSyntaxException(new(arguments[0].At, "argument must be a simple name"));
    }
}
