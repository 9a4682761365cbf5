using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;

namespace CloudletK8s.Api.Rules;

/// <summary>Says in lines what changed between two objects, for errors about fields that may not change.</summary>
public static class TreeDifference
{
    private const int MostLines = 40;

    /// <summary>For each place that differs a line with "-" and the old value and one with "+" and the new.</summary>
    public static string Describe(Tree? old, Tree? now, string path)
    {
        var lines = new List<string>();
        Compare(old, now, path, lines);
        return string.Join('\n', lines.Count > MostLines ? [.. lines.Take(MostLines), "..."] : lines);
    }

    private static void Compare(Tree? old, Tree? now, string path, List<string> lines)
    {
        if (Tree.Same(old, now) || lines.Count > MostLines)
            return;

        if (old is TreeObject oldMembers && now is TreeObject members)
        {
            foreach (var (name, value) in oldMembers)
                Compare(value, members[name], $"{path}.{name}", lines);
            foreach (var (name, value) in members)
            {
                if (!oldMembers.Has(name))
                    Compare(null, value, $"{path}.{name}", lines);
            }
        }
        else if (old is TreeList oldItems && now is TreeList items && oldItems.Count == items.Count)
        {
            for (var i = 0; i < items.Count; i++)
                Compare(oldItems[i], items[i], $"{path}[{i}]", lines);
        }
        else
        {
            if (old is not null)
                lines.Add($"-{path}: {Show(old)}");
            if (now is not null)
                lines.Add($"+{path}: {Show(now)}");
        }
    }

    private static string Show(Tree tree) => JsonTreeWriter.ToText(tree);
}
