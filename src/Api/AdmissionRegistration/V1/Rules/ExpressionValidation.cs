using System.Text;
using CloudletK8s.Api.AdmissionRegistration.V1.Expressions;
using CloudletK8s.Api.Cel.Syntax;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.AdmissionRegistration.V1.Rules;

/// <summary>The expressions of webhooks and policies.</summary>
/// <param name="hasParams">They may name the parameters of a policy.</param>
/// <param name="hasVariables">They belong to a policy, which has variables.</param>
internal sealed class ExpressionValidation(bool hasParams, bool hasVariables)
{
    private const int MostConditions = 64;
    private const int ValueExpressionBytes = 5 * 1024;
    private readonly AdmissionExpressions _expressions = new(hasParams, hasVariables);

    /// <summary>Conditions come before variables.</summary>
    private readonly AdmissionExpressions _conditions = new(hasParams, hasVariables: false);

    public void ValidateConditions(IReadOnlyList<MatchCondition>? conditions, FieldPath path, FieldErrors errors)
    {
        if (conditions?.Count > MostConditions)
            errors.TooMany(path, conditions.Count, MostConditions);

        var seen = new HashSet<string>();
        for (var i = 0; i < conditions?.Count; i++)
        {
            var condition = conditions[i];
            var at = path.Index(i);
            if (string.IsNullOrWhiteSpace(condition.Expression))
                errors.Required(at.Child("expression"));
            else
                Check(_conditions.Condition(condition.Expression.Trim()), at.Child("expression"), errors);

            if (string.IsNullOrEmpty(condition.Name))
                errors.Required(at.Child("name"));
            else
                ValidateName(condition.Name, seen, at.Child("name"), errors);
        }
    }

    public void ValidateVariable(Variable variable, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrWhiteSpace(variable.Name))
            errors.Required(path.Child("name"), "name is not specified");
        else if (!CelTokens.IsIdentifier(variable.Name))
            errors.Invalid(path.Child("name"), variable.Name, "name is not a valid CEL identifier");

        if (string.IsNullOrWhiteSpace(variable.Expression))
            errors.Required(path.Child("expression"), "expression is not specified");
        else
            Check(_expressions.AddVariable(variable.Name ?? "", variable.Expression), path.Child("expression"), errors);
    }

    public void ValidateValidation(Validation validation, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrWhiteSpace(validation.Expression))
            errors.Required(path.Child("expression"), "expression is not specified");
        else
            Check(_expressions.Condition(validation.Expression.Trim()), path.Child("expression"), errors);

        if (validation.MessageExpression is { Length: > 0 } messageExpression)
        {
            if (string.IsNullOrWhiteSpace(messageExpression))
                errors.Invalid(path.Child("messageExpression"), messageExpression, "must be non-empty if specified");
            else
                Check(_expressions.Message(messageExpression.Trim()), path.Child("messageExpression"), errors);
        }

        if (validation.Message is { Length: > 0 } message)
        {
            if (string.IsNullOrWhiteSpace(message))
                errors.Invalid(path.Child("message"), message, "message must be non-empty if specified");
            else if (message.AsSpan().Trim().IndexOfAny('\n', '\r') >= 0)
                errors.Invalid(path.Child("message"), message, "message must not contain line breaks");
        }

        AdmissionFields.Reason.CheckOptional(validation.Reason, path, "reason", errors);
    }

    public void ValidateAnnotation(AuditAnnotation annotation, string policyName, FieldPath path, FieldErrors errors)
    {
        var key = annotation.Key ?? "";
        var qualified = $"{policyName}/{key}";
        if (policyName.Length > 0)
            errors.Invalid(path.Child("key"), qualified, QualifiedNames.Name(qualified));
        else
            errors.Invalid(path.Child("key"), key, "requires metadata.name be non-empty");

        if (string.IsNullOrWhiteSpace(annotation.ValueExpression))
            errors.Required(path.Child("valueExpression"), "valueExpression is not specified");
        else if (Encoding.UTF8.GetByteCount(annotation.ValueExpression.Trim()) > ValueExpressionBytes)
            errors.Required(path.Child("valueExpression"), $"must not exceed {ValueExpressionBytes} bytes in length");
        else
            Check(_expressions.Annotation(annotation.ValueExpression.Trim()), path.Child("valueExpression"), errors);
    }

    private static void ValidateName(string name, HashSet<string> seen, FieldPath path, FieldErrors errors)
    {
        errors.Invalid(path, name, QualifiedNames.Name(name));
        if (!seen.Add(name))
            errors.Duplicate(path, name);
    }

    private static void Check(AdmissionExpression expression, FieldPath path, FieldErrors errors)
    {
        if (expression.Error is { } wrong)
            errors.Invalid(path, expression.Text, wrong);
    }
}
