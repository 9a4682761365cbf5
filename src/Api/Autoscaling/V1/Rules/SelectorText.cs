using System.Text;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Autoscaling.V1.Rules;

/// <summary>Selectors written as the label selector of a query, which is what whoever scales needs.</summary>
public static class SelectorText
{
    /// <param name="selector">A label selector, a map of labels, or the text itself.</param>
    public static string? Of(Tree? selector) => selector switch
    {
        TreeText text => text.Value,
        TreeObject members when members.Has("matchLabels") || members.Has("matchExpressions") =>
            Join(members.Object("matchLabels"), members.List("matchExpressions")),
        TreeObject labels => Join(labels, null),
        _ => null,
    };

    private static string Join(TreeObject? labels, TreeList? expressions)
    {
        var requirements = new List<(string Key, string Text)>();
        foreach (var (key, value) in labels ?? new TreeObject(0))
            requirements.Add((key, $"{key}={(value as TreeText)?.Value}"));
        foreach (var expression in expressions?.Objects() ?? [])
            requirements.Add((expression.Text("key") ?? "", Requirement(expression)));

        var text = new StringBuilder();
        foreach (var (_, requirement) in requirements.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            text.Append(text.Length > 0 ? "," : "").Append(requirement);
        return text.ToString();
    }

    private static string Requirement(TreeObject expression)
    {
        var key = expression.Text("key") ?? "";
        var values = string.Join(',', (expression.List("values")?.Texts() ?? []).Order(StringComparer.Ordinal));
        return expression.Text("operator") switch
        {
            "In" => $"{key} in ({values})",
            "NotIn" => $"{key} notin ({values})",
            "DoesNotExist" => "!" + key,
            _ => key,
        };
    }
}
