using CloudletK8s.Api.CustomResources.Cel;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.CustomResources;

/// <summary>Holds a value against the rules that its schema states in CEL (x-kubernetes-validations).</summary>
internal static class RuleEvaluation
{
    private static readonly FieldPath Nowhere = FieldPath.Root("<nil>");

    public static bool HasRules(Schema schema) => schema.Rules is { Validations.Count: > 0 }
        || (schema.Element is { } element && HasRules(element))
        || schema.Fields.Any(field => field.Schema.Record is null && HasRules(field.Schema));

    public static void Check(Tree value, Tree? old, Schema schema, FieldPath? path, FieldErrors errors)
    {
        if (value is TreeNull || (old is not null && value.SameAs(old)))
            return;

        foreach (var rule in schema.Rules?.Validations ?? [])
            CheckRule(rule, value, old, schema, path ?? Nowhere, errors);

        switch (value)
        {
            case TreeObject map when schema.Kind == SchemaKind.Map:
                foreach (var (name, member) in map)
                    Check(member, (old as TreeObject)?[name], schema.Element!, path?.Key(name) ?? FieldPath.Root(name), errors);
                break;
            case TreeObject obj:
                foreach (var field in schema.Fields)
                {
                    if (field.Schema.Record is null && obj[field.Name] is { } member)
                        Check(member, (old as TreeObject)?[field.Name], field.Schema, path?.Child(field.Name) ?? FieldPath.Root(field.Name), errors);
                }

                break;
            case TreeList list when schema.Element is { } element:
                for (var i = 0; i < list.Count; i++)
                    Check(list[i], SchemaValidation.Twin(list[i], old as TreeList, schema), element, path?.Index(i), errors);
                break;
        }
    }

    private static void CheckRule(TreeObject rule, Tree value, Tree? old, Schema schema, FieldPath path, FieldErrors errors)
    {
        var text = (rule.Text("rule") ?? "").Trim();
        var program = CelProgram.Of(text);
        if (program.UsesOldSelf && old is null)
            return;

        var self = CelValues.From(value);
        var oldSelf = CelValues.From(old);
        var at = Below(path, rule.Text("fieldPath"));
        try
        {
            if (program.Run(self, oldSelf) is not true)
                Report(rule, MessageOf(rule, text, self, oldSelf), at, schema, errors);
        }
        catch (CelException e)
        {
            errors.Invalid(path, SchemaValidation.NameOf(schema.Kind), $"{e.Message} evaluating rule: {rule.Text("message") ?? text}");
        }
    }

    private static string MessageOf(TreeObject rule, string text, object? self, object? oldSelf)
    {
        try
        {
            if (rule.Text("messageExpression") is { Length: > 0 } expression
                && CelProgram.Of(expression).Run(self, oldSelf) is string { Length: > 0 } made && !made.Contains('\n'))
            {
                return made;
            }
        }
        catch (CelException)
        {
            // The plain message stands in.
        }

        return rule.Text("message")?.Trim() is { Length: > 0 } message ? message : $"failed rule: {text}";
    }

    private static void Report(TreeObject rule, string message, FieldPath path, Schema schema, FieldErrors errors)
    {
        switch (rule.Text("reason"))
        {
            case "FieldValueRequired":
                errors.Required(path, message);
                break;
            case "FieldValueForbidden":
                errors.Forbidden(path, message);
                break;
            case "FieldValueDuplicate":
                errors.Duplicate(path, SchemaValidation.NameOf(schema.Kind));
                break;
            default:
                errors.Invalid(path, SchemaValidation.NameOf(schema.Kind), message);
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
