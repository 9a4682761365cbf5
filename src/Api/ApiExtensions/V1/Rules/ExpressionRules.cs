using CloudletK8s.Api.CustomResources.Cel;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.ApiExtensions.V1.Rules;

/// <summary>The rules of a schema that are written in CEL.</summary>
internal static class ExpressionRules
{
    private static readonly string[] Reasons = ["FieldValueDuplicate", "FieldValueForbidden", "FieldValueInvalid", "FieldValueRequired"];

    public static void Check(TreeObject schema, FieldPath path, FieldErrors errors)
    {
        var index = 0;
        foreach (var rule in schema.List("x-kubernetes-validations")?.Objects() ?? [])
            CheckRule(rule, path.Child("x-kubernetes-validations").Index(index++), errors);
    }

    private static void CheckRule(TreeObject rule, FieldPath path, FieldErrors errors)
    {
        var text = (rule.Text("rule") ?? "").Trim();
        var message = rule.Text("message") ?? "";
        if (text.Length == 0)
            errors.Required(path.Child("rule"), "rule is not specified");
        else if (message.Length > 0 && message.Trim().Length == 0)
            errors.Invalid(path.Child("message"), message, "message must be non-empty if specified");
        else if (message.Trim().Contains('\n'))
            errors.Invalid(path.Child("message"), message, "message must not contain line breaks");
        else if (text.Contains('\n') && message.Length == 0)
            errors.Required(path.Child("message"), "message must be specified if rule contains line breaks");
        else
            CheckExpressions(rule, text, path, errors);
    }

    private static void CheckExpressions(TreeObject rule, string text, FieldPath path, FieldErrors errors)
    {
        if (CelProgram.Of(text).Error is { } wrong)
            errors.Invalid(path.Child("rule"), rule, $"compilation failed: ERROR: {wrong}");
        if (rule.Text("messageExpression") is { Length: > 0 } expression && CelProgram.Of(expression).Error is { } wrongMessage)
            errors.Invalid(path.Child("messageExpression"), rule, $"messageExpression compilation failed: ERROR: {wrongMessage}");
        if (rule.Flag("optionalOldSelf") == true)
            errors.Invalid(path.Child("optionalOldSelf"), true, "this server does not evaluate rules with an optional oldSelf");
        if (rule.Text("reason") is { } reason && !Reasons.Contains(reason))
            errors.NotSupported(path.Child("reason"), reason, Reasons);
    }
}
