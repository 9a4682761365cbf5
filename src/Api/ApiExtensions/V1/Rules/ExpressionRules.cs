using CloudletK8s.Api.Cel.Types;
using CloudletK8s.Api.CustomResources;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.ApiExtensions.V1.Rules;

/// <summary>The rules of a schema that are written in CEL.</summary>
internal static class ExpressionRules
{
    private static readonly string[] Reasons = ["FieldValueDuplicate", "FieldValueForbidden", "FieldValueInvalid", "FieldValueRequired"];

    /// <param name="isResource">The schema describes whole objects.</param>
    public static void Check(TreeObject schema, bool isResource, FieldPath path, FieldErrors errors)
    {
        if (schema.List("x-kubernetes-validations") is not { Count: > 0 } rules)
            return;

        var described = DefinitionSchemas.Of(schema);
        var index = 0;
        foreach (var rule in rules.Objects())
            CheckRule(rule, described, isResource, path.Child("x-kubernetes-validations").Index(index++), errors);
    }

    private static void CheckRule(TreeObject rule, Schema schema, bool isResource, FieldPath path, FieldErrors errors)
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
            CheckExpressions(rule, schema, isResource, path, errors);
    }

    private static void CheckExpressions(TreeObject rule, Schema schema, bool isResource, FieldPath path, FieldErrors errors)
    {
        var compiled = SchemaExpression.Compile(rule, schema, isResource);
        if (compiled.Program.Error is { } wrong)
            errors.Invalid(path.Child("rule"), rule, $"compilation failed: {wrong}");
        else if (compiled.Program.Type.Kind != CelKind.Bool)
            errors.Invalid(path.Child("rule"), rule, "cel expression must evaluate to a bool");

        if (compiled.Message?.Error is { } wrongMessage)
            errors.Invalid(path.Child("messageExpression"), rule, $"messageExpression compilation failed: {wrongMessage}");
        else if (compiled.Message is { Type.Kind: not CelKind.Text })
            errors.Invalid(path.Child("messageExpression"), rule, "messageExpression must evaluate to a string");

        if (compiled.IsOptional && !compiled.UsesOldSelf && compiled.Program.Error is null)
            errors.Invalid(path.Child("optionalOldSelf"), true, $"may not be set if oldSelf is not used in rule");
        if (rule.Text("reason") is { } reason && !Reasons.Contains(reason))
            errors.NotSupported(path.Child("reason"), reason, Reasons);
    }
}
