using System.Globalization;
using System.Text;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Rules.Checks;

/// <summary>Values whose Go notation users know from Kubernetes' errors.</summary>
public static class GoText
{
    public static ShownAs Of(IntOrString value) => new(value.IsNumber
        ? $"intstr.IntOrString{{Type:0, IntVal:{value.Number}, StrVal:\"\"}}"
        : $"intstr.IntOrString{{Type:1, IntVal:0, StrVal:\"{value.Text}\"}}");

    public static ShownAs Of(LabelSelector selector)
    {
        var text = new StringBuilder("v1.LabelSelector{MatchLabels:map[string]string");
        if (selector.MatchLabels is null)
        {
            text.Append("(nil)");
        }
        else
        {
            text.Append('{')
                .AppendJoin(", ", selector.MatchLabels.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"\"{pair.Key}\":\"{pair.Value}\""))
                .Append('}');
        }

        text.Append(", MatchExpressions:[]v1.LabelSelectorRequirement");
        if (selector.MatchExpressions is null)
            text.Append("(nil)");
        else
            text.Append('{').AppendJoin(", ", selector.MatchExpressions.Select(Requirement)).Append('}');
        return new(text.Append('}').ToString());
    }

    public static ShownAs Of(IReadOnlyList<int>? numbers) => new(numbers is null
        ? "[]int32(nil)"
        : "[]int32{" + string.Join(", ", numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))) + "}");

    private static string Requirement(LabelSelectorRequirement requirement) =>
        $"v1.LabelSelectorRequirement{{Key:\"{requirement.Key}\", Operator:\"{requirement.Operator}\", Values:{ShownAs.List("string", requirement.Values)}}}";
}
