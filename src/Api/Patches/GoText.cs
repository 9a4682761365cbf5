using System.Text;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Patches;

/// <summary>Values as Go's %v prints them, because messages that clients know contain them.</summary>
internal static class GoText
{
    private const int LongestText = 4096;

    public static string Of(Tree? value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.Length <= LongestText ? text.ToString() : text.ToString(0, LongestText) + "...";
    }

    /// <summary>The JSON type, in the words of Go's decoder.</summary>
    public static string KindOf(Tree? value) => value switch
    {
        TreeObject => "object",
        TreeList => "array",
        TreeText => "string",
        TreeFlag => "bool",
        TreeNumber => "number",
        _ => "null",
    };

    /// <summary>The Go type that a JSON value is decoded to.</summary>
    public static string TypeOf(Tree? value) => value switch
    {
        TreeObject => "map[string]interface {}",
        TreeList => "[]interface {}",
        TreeText => "string",
        TreeFlag => "bool",
        TreeNumber { IsFraction: true } => "float64",
        TreeNumber => "int64",
        _ => "%!s(<nil>)",
    };

    private static void Append(StringBuilder text, Tree? value)
    {
        if (text.Length > LongestText)
            return;

        switch (value)
        {
            case TreeObject members:
                text.Append("map[");
                var first = true;
                foreach (var (name, member) in members.OrderBy(member => member.Key, StringComparer.Ordinal))
                {
                    text.Append(first ? "" : " ").Append(name).Append(':');
                    Append(text, member);
                    first = false;
                }

                text.Append(']');
                break;
            case TreeList items:
                text.Append('[');
                for (var i = 0; i < items.Count; i++)
                {
                    text.Append(i == 0 ? "" : " ");
                    Append(text, items[i]);
                }

                text.Append(']');
                break;
            case null or TreeNull:
                text.Append("<nil>");
                break;
            default:
                text.Append(value);
                break;
        }
    }
}
