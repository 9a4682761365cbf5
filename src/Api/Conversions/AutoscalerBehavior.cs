using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Conversions;

/// <summary>
/// Kubernetes writes the behavior into its annotation by the Go names of the fields, absent ones as null, and reads it in any
/// spelling of the case.
/// </summary>
internal static class AutoscalerBehavior
{
    private static readonly string[] Directions = ["scaleUp", "scaleDown"];
    private static readonly string[] Rules = ["stabilizationWindowSeconds", "selectPolicy", "policies"];

    public static TreeObject ToAnnotation(TreeObject behavior)
    {
        var result = new TreeObject(2);
        foreach (var direction in Directions)
            result.Append(GoName(direction), behavior.Object(direction) is { } rules ? RulesToAnnotation(rules) : TreeNull.Instance);
        return result;
    }

    public static TreeObject FromAnnotation(TreeObject behavior) => (TreeObject)Rename(behavior);

    private static TreeObject RulesToAnnotation(TreeObject rules)
    {
        var result = new TreeObject(Rules.Length);
        foreach (var name in Rules)
        {
            result.Append(GoName(name), rules[name] switch
            {
                null => TreeNull.Instance,
                TreeList policies => new TreeList(policies.Objects().Select(WithGoNames)),
                var value => value,
            });
        }

        return result;
    }

    private static TreeObject WithGoNames(TreeObject policy)
    {
        var result = new TreeObject(policy.Count);
        foreach (var (name, value) in policy)
            result.Append(GoName(name), value);
        return result;
    }

    private static Tree Rename(Tree tree)
    {
        switch (tree)
        {
            case TreeList list:
                return new TreeList(list.Select(Rename));
            case TreeObject obj:
                var result = new TreeObject(obj.Count);
                foreach (var (name, value) in obj)
                {
                    if (value is not TreeNull)
                        result.Set(char.ToLowerInvariant(name[0]) + name[1..], Rename(value));
                }

                return result;
            default:
                return tree;
        }
    }

    private static string GoName(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
