using System.Text;
using CloudletK8s.Api.Meta.V1;

namespace CloudletK8s.Reconcilers.Autoscaling;

/// <summary>A selector in the notation that the names of metrics have it.</summary>
internal static class MetricText
{
    public static string Of(LabelSelector? selector)
    {
        if (selector is null)
            return "nil";

        var text = new StringBuilder("&LabelSelector{MatchLabels:map[string]string{");
        foreach (var (key, value) in (selector.MatchLabels ?? new Dictionary<string, string>()).OrderBy(pair => pair.Key, StringComparer.Ordinal))
            text.Append(key).Append(": ").Append(value).Append(',');
        text.Append("},MatchExpressions:[]LabelSelectorRequirement{");
        foreach (var expression in selector.MatchExpressions ?? [])
            text.Append("LabelSelectorRequirement{Key:").Append(expression.Key).Append(",Operator:").Append(expression.Operator).Append(",Values:[").AppendJoin(' ', expression.Values ?? []).Append("],},");
        return text.Append("},}").ToString();
    }
}
