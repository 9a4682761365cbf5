using System.Text;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;

namespace CloudletK8s.Api.Yaml;

/// <summary>Trees to YAML in the form that Kubernetes prints: keys in order, lists level with the key they belong to.</summary>
public static class YamlTreeWriter
{
    private const string Step = "  ";

    public static byte[] ToUtf8(Tree tree) => Encoding.UTF8.GetBytes(ToText(tree));

    public static string ToText(Tree tree)
    {
        var text = new StringBuilder();
        switch (tree)
        {
            case TreeObject { Count: > 0 } members:
                Members(text, members, "");
                break;
            case TreeList { Count: > 0 } list:
                Items(text, list, "");
                break;
            default:
                Leaf(text, tree, "");
                break;
        }

        return text.ToString();
    }

    private static void Members(StringBuilder text, TreeObject members, string indent, bool indentFirst = true)
    {
        foreach (var (name, value) in members.OrderBy(member => member.Key, StringComparer.Ordinal))
        {
            text.Append(indentFirst ? indent : "");
            indentFirst = true;
            YamlText.Append(text, name, indent, isKey: true);
            text.Append(':');
            switch (value)
            {
                case TreeObject { Count: > 0 } inner:
                    text.Append('\n');
                    Members(text, inner, indent + Step);
                    break;
                case TreeList { Count: > 0 } list:
                    text.Append('\n');
                    Items(text, list, indent);
                    break;
                default:
                    text.Append(' ');
                    Leaf(text, value, indent + Step);
                    break;
            }
        }
    }

    private static void Items(StringBuilder text, TreeList list, string indent, bool indentFirst = true)
    {
        foreach (var item in list)
        {
            text.Append(indentFirst ? indent : "").Append("- ");
            indentFirst = true;
            switch (item)
            {
                case TreeObject { Count: > 0 } inner:
                    Members(text, inner, indent + Step, indentFirst: false);
                    break;
                case TreeList { Count: > 0 } inner:
                    Items(text, inner, indent + Step, indentFirst: false);
                    break;
                default:
                    Leaf(text, item, indent + Step);
                    break;
            }
        }
    }

    private static void Leaf(StringBuilder text, Tree tree, string indent)
    {
        if (tree is TreeText leaf)
            YamlText.Append(text, leaf.Value, indent, isKey: false);
        else
            text.Append(JsonTreeWriter.ToText(tree));
        text.Append('\n');
    }
}
