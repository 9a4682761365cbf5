using CloudletK8s.Api.Cel;
using CloudletK8s.Api.Cel.Values;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.CustomResources;

/// <summary>Holds a value against the rules that its schema states in CEL (x-kubernetes-validations).</summary>
internal sealed class RuleEvaluation
{
    /// <summary>The longest message that an expression may make.</summary>
    private const int LongestMessage = 5 * 1024;

    private static readonly FieldPath Nowhere = FieldPath.Root("<nil>");
    private readonly RuleBudget _budget = new();
    private readonly FieldErrors _errors;

    private RuleEvaluation(FieldErrors errors) => _errors = errors;

    public static bool HasRules(Schema schema) => schema.Rules is { Validations.Count: > 0 }
        || (schema.Element is { } element && HasRules(element))
        || schema.Fields.Any(field => field.Schema.Record is null && HasRules(field.Schema));

    public static void Check(Tree value, Tree? old, Schema schema, FieldPath? path, FieldErrors errors) =>
        new RuleEvaluation(errors).Check(value, old, schema, path);

    private void Check(Tree value, Tree? old, Schema schema, FieldPath? path)
    {
        if (value is TreeNull || (old is not null && value.SameAs(old)))
            return;

        foreach (var rule in SchemaExpression.Of(schema, isResource: path is null))
            CheckRule(rule, value, old, schema, path ?? Nowhere);

        switch (value)
        {
            case TreeObject map when schema.Kind == SchemaKind.Map:
                foreach (var (name, member) in map)
                    Check(member, (old as TreeObject)?[name], schema.Element!, path?.Key(name) ?? FieldPath.Root(name));
                break;
            case TreeObject obj:
                foreach (var field in schema.Fields)
                {
                    if (field.Schema.Record is null && obj[field.Name] is { } member)
                        Check(member, (old as TreeObject)?[field.Name], field.Schema, path?.Child(field.Name) ?? FieldPath.Root(field.Name));
                }

                break;
            case TreeList list when schema.Element is { } element:
                for (var i = 0; i < list.Count; i++)
                    Check(list[i], SchemaValidation.Twin(list[i], old as TreeList, schema), element, path?.Index(i));
                break;
        }
    }

    private void CheckRule(SchemaExpression rule, Tree value, Tree? old, Schema schema, FieldPath path)
    {
        if (_budget.IsSpent || (rule.UsesOldSelf && old is null && !rule.IsOptional))
            return;

        var self = TreeValues.From(value, schema);
        var before = TreeValues.From(old, schema);
        var oldSelf = !rule.IsOptional ? before : old is null ? CelOptional.None : CelOptional.Of(before);
        var type = SchemaValidation.NameOf(schema.Kind);
        long cost = 0;
        try
        {
            if (rule.Program.Run([self, oldSelf], out cost) is not true)
                Report(rule, MessageOf(rule, self, oldSelf), Below(path, rule.Rule.Text("fieldPath")), type);
        }
        catch (CelLimitException e)
        {
            _errors.Invalid(path, type, $"'{e.Message}': no further validation rules will be run due to call cost exceeds limit for rule: {rule.Shown}");
            _budget.End();
            return;
        }
        catch (CelException e) when (e.Message.StartsWith("no such overload", StringComparison.Ordinal))
        {
            _errors.Invalid(
                path, type, $"'{e.Message}': call arguments did not match a supported operator, function or macro signature for rule: {rule.Shown}");
        }
        catch (CelException e)
        {
            _errors.Invalid(path, type, $"{e.Message} evaluating rule: {rule.Shown}");
        }

        if (!_budget.Spend(cost))
            _errors.Invalid(path, type, RuleBudget.Exhausted);
    }

    private string MessageOf(SchemaExpression rule, object? self, object? oldSelf)
    {
        try
        {
            if (rule.Message is { } message)
            {
                var made = message.Run([self, oldSelf], out var cost);
                _budget.Spend(cost);
                if (made is string text && text.Trim() is { Length: > 0 and <= LongestMessage } shown && !shown.Contains('\n'))
                    return shown;
            }
        }
        catch (Exception e) when (e is CelException or CelLimitException)
        {
            // The plain message stands in.
        }

        return rule.Rule.Text("message")?.Trim() is { Length: > 0 } plain ? plain : $"failed rule: {rule.Text.Trim()}";
    }

    private void Report(SchemaExpression rule, string message, FieldPath path, string type)
    {
        switch (rule.Rule.Text("reason"))
        {
            case "FieldValueRequired":
                _errors.Required(path, message);
                break;
            case "FieldValueForbidden":
                _errors.Forbidden(path, message);
                break;
            case "FieldValueDuplicate":
                _errors.Duplicate(path, type);
                break;
            default:
                _errors.Invalid(path, type, message);
                break;
        }
    }

    private static FieldPath Below(FieldPath path, string? below)
    {
        foreach (var name in (below ?? "").Split('.', StringSplitOptions.RemoveEmptyEntries))
            path = path == Nowhere ? FieldPath.Root(name) : path.Child(name);
        return path;
    }
}
