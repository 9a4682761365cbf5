using CloudletK8s.Api.CustomResources;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Cel.Values;

/// <summary>Values of the API, as expressions have them.</summary>
internal static class TreeValues
{
    /// <param name="tree">The value.</param>
    /// <param name="schema">Null where nothing is known: then it is what JSON makes of it.</param>
    public static object? From(Tree? tree, Schema? schema = null) => tree switch
    {
        TreeText text => schema is null ? text.Value : Formatted(text.Value, schema),
        TreeFlag flag => flag.Value,
        TreeNumber number when schema?.Kind == SchemaKind.Double => number.Value,
        TreeNumber { IsFraction: false } number => number.Whole,
        TreeNumber number => number.Value,
        TreeObject members => new TreeMembers(members, schema),
        TreeList list => new TreeItems(list, schema),
        _ => null,
    };

    private static object Formatted(string text, Schema schema)
    {
        switch (schema.Kind == SchemaKind.Time ? "datetime" : schema.Rules?.Format?.Replace("-", "", StringComparison.Ordinal))
        {
            case "date" or "datetime":
                return GoTime.TryParse(text.Length == 10 ? text + "T00:00:00Z" : text, out var time, out _) ? time : text;
            case "duration":
                return GoDuration.TryParse(text, out TimeSpan span, out _) ? span : text;
            case "byte":
                return TextFormats.Fits(text, "byte") ? Convert.FromBase64String(text) : text;
            default:
                return text;
        }
    }
}
