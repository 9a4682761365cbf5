using System.Text;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.ApiServer.Verbs;

/// <summary>Trees as Go prints its maps; refused strategic merge patches are shown so.</summary>
internal static class GoMapText
{
    public static string Of(Tree tree)
    {
        var text = new StringBuilder();
        Append(text, tree);
        return text.ToString();
    }

    /// <summary>What Go's JSON reader calls a value.</summary>
    public static string NameOf(Tree value) => value switch
    {
        TreeObject => "object",
        TreeList => "array",
        TreeText => "string",
        TreeFlag => "bool",
        TreeNull => "null",
        _ => "number",
    };

    private static void Append(StringBuilder text, Tree tree)
    {
        switch (tree)
        {
            case TreeObject members:
                text.Append("map[");
                var first = true;
                foreach (var (name, value) in members.OrderBy(member => member.Key, StringComparer.Ordinal))
                {
                    text.Append(first ? "" : " ").Append(name).Append(':');
                    Append(text, value);
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
            case TreeText leaf:
                text.Append(leaf.Value);
                break;
            case TreeNull:
                text.Append("<nil>");
                break;
            case TreeFlag flag:
                text.Append(flag.Value ? "true" : "false");
                break;
            default:
                text.Append(tree);
                break;
        }
    }
}
