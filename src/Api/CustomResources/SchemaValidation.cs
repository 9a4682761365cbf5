using System.Globalization;
using System.Text;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;

namespace CloudletK8s.Api.CustomResources;

/// <summary>
/// Holds a value against the schema of a definition, and says what is wrong in the words of Kubernetes' OpenAPI validation.
/// What did not change since the old value is not held against an update.
/// </summary>
internal sealed class SchemaValidation(FieldErrors errors)
{
    // Errors of a whole value that is no field of anything are reported at no path, which Go prints so.
    private static readonly FieldPath Nowhere = FieldPath.Root("<nil>");

    public static void Check(Tree value, Tree? old, Schema schema, FieldPath? path, FieldErrors errors) =>
        new SchemaValidation(errors).Check(value, old, schema, path);

    private void Check(Tree value, Tree? old, Schema schema, FieldPath? path)
    {
        if (old is not null && value.SameAs(old))
            return;

        CheckType(value, schema, path);
        if (value is TreeNull)
            return;

        if (schema.Rules is { } rules)
        {
            CheckJunctors(value, rules, path);
            CheckScalar(value, rules, path);
            CheckSize(value, rules, path);
            CheckEnum(value, rules, path);
        }

        CheckInside(value, old, schema, path);
    }

    private void CheckType(Tree value, Schema schema, FieldPath? path)
    {
        if ((value is TreeNull && schema.Nullable) || Fits(value, schema.Kind))
            return;

        var found = NameOf(value);
        errors.TypeInvalid(path ?? Nowhere, found, $"{path} in body must be of type {NameOf(schema.Kind)}: \"{found}\"");
    }

    private static bool Fits(Tree value, SchemaKind kind) => kind switch
    {
        SchemaKind.Object or SchemaKind.Map => value is TreeObject,
        SchemaKind.List => value is TreeList,
        SchemaKind.Text => value is TreeText,
        SchemaKind.Integer => IsWhole(value),
        SchemaKind.Double => value is TreeNumber,
        SchemaKind.Flag => value is TreeFlag,
        SchemaKind.IntOrString => value is TreeText || IsWhole(value),
        _ => true,
    };

    private static bool IsWhole(Tree value) => value is TreeNumber number && (!number.IsFraction || double.IsInteger(number.Value));

    internal static string NameOf(SchemaKind kind) => kind switch
    {
        SchemaKind.Object or SchemaKind.Map => "object",
        SchemaKind.List => "array",
        SchemaKind.Text => "string",
        SchemaKind.Integer => "integer",
        SchemaKind.Double => "number",
        SchemaKind.Flag => "boolean",
        _ => "integer,string",
    };

    private static string NameOf(Tree value) => value switch
    {
        TreeObject => "object",
        TreeList => "array",
        TreeText => "string",
        TreeFlag => "boolean",
        TreeNumber => IsWhole(value) ? "integer" : "number",
        _ => "null",
    };

    private void CheckJunctors(Tree value, SchemaRules rules, FieldPath? path)
    {
        if (rules.AnyOf.Count > 0 && Count(value, rules.AnyOf, path, out var nearest) == 0)
        {
            Composite($"\"{path}\" must validate at least one schema (anyOf)");
            Add(nearest);
        }

        if (rules.OneOf.Count > 0 && Count(value, rules.OneOf, path, out nearest) is var fitting and not 1)
        {
            Composite($"\"{path}\" must validate one and only one schema (oneOf). "
                + (fitting == 0 ? "Found none valid" : $"Found {fitting} valid alternatives"));
            if (fitting == 0)
                Add(nearest);
        }

        CheckAll(value, rules, path);
        if (rules.Not is { } not && !Errors(value, not, path).Any)
            Composite($"\"{path}\" must not validate the schema (not)");
    }

    private void CheckAll(Tree value, SchemaRules rules, FieldPath? path)
    {
        var wrong = 0;
        foreach (var schema in rules.AllOf)
        {
            var found = Errors(value, schema, path);
            Add(found);
            wrong += found.Any ? 1 : 0;
        }

        if (wrong > 0)
            Composite($"\"{path}\" must validate all the schemas (allOf)" + (wrong == rules.AllOf.Count ? ". None validated" : ""));
    }

    private static int Count(Tree value, IReadOnlyList<Schema> schemas, FieldPath? path, out FieldErrors nearest)
    {
        var fitting = 0;
        nearest = new();
        foreach (var schema in schemas)
        {
            var found = Errors(value, schema, path);
            if (!found.Any)
                fitting++;
            else if (!nearest.Any || found.All.Count < nearest.All.Count)
                nearest = found;
        }

        return fitting;
    }

    private static FieldErrors Errors(Tree value, Schema schema, FieldPath? path)
    {
        var found = new FieldErrors();
        Check(value, null, schema, path, found);
        return found;
    }

    private void Composite(string message) => errors.Invalid(Nowhere, "", message);

    private void Add(FieldErrors found)
    {
        foreach (var error in found.All)
            errors.Add(error);
    }

    private void CheckScalar(Tree value, SchemaRules rules, FieldPath? path)
    {
        switch (value)
        {
            case TreeText text:
                CheckText(text.Value, rules, path ?? Nowhere);
                break;
            case TreeNumber number:
                CheckNumber(number, rules, path ?? Nowhere);
                break;
        }
    }

    private void CheckText(string text, SchemaRules rules, FieldPath path)
    {
        if (rules.MinLength is not null || rules.MaxLength is not null)
        {
            var length = text.EnumerateRunes().Count();
            if (length > rules.MaxLength)
                errors.TooLong(path, (int)Math.Min(rules.MaxLength.Value, int.MaxValue));
            if (length < rules.MinLength)
                errors.Invalid(path, text, $"{path} in body should be at least {rules.MinLength} chars long");
        }

        if (rules.Pattern is { Length: > 0 } pattern && GoPatterns.Find(pattern) is { } regex && !regex.IsMatch(text))
            errors.Invalid(path, text, $"{path} in body should match '{pattern}'");
        if (rules.Format is { } format && !TextFormats.Fits(text, format))
            errors.TypeInvalid(path, text, $"{path} in body must be of type {format}: \"{text}\"");
    }

    private void CheckNumber(TreeNumber number, SchemaRules rules, FieldPath path)
    {
        var value = number.Value;
        if (rules.MultipleOf is { } factor && factor > 0 && !double.IsInteger(value / factor))
            errors.Invalid(path, number, $"{path} in body should be a multiple of {Show(factor)}");
        if (rules.Maximum is { } maximum && (rules.ExclusiveMaximum ? value >= maximum : value > maximum))
            errors.Invalid(path, number, $"{path} in body should be less than {(rules.ExclusiveMaximum ? "" : "or equal to ")}{Show(maximum)}");
        if (rules.Minimum is { } minimum && (rules.ExclusiveMinimum ? value <= minimum : value < minimum))
            errors.Invalid(path, number, $"{path} in body should be greater than {(rules.ExclusiveMinimum ? "" : "or equal to ")}{Show(minimum)}");
    }

    // As Go's %v prints a float64.
    private static string Show(double value) => Math.Abs(value) is >= 1e21 or (< 1e-4 and > 0)
        ? value.ToString("0.################e+00", CultureInfo.InvariantCulture)
        : value.ToString("R", CultureInfo.InvariantCulture);

    private void CheckSize(Tree value, SchemaRules rules, FieldPath? path)
    {
        var at = path ?? Nowhere;
        switch (value)
        {
            case TreeList list:
                if (list.Count < rules.MinItems)
                    errors.Invalid(at, TreeNumber.Of(list.Count), $"{path} in body should have at least {rules.MinItems} items");
                if (list.Count > rules.MaxItems)
                    errors.TooMany(at, list.Count, (int)rules.MaxItems);
                break;
            case TreeObject obj:
                if (obj.Count < rules.MinProperties)
                    errors.Invalid(at, TreeNumber.Of(obj.Count), $"{path} in body should have at least {rules.MinProperties} properties");
                if (obj.Count > rules.MaxProperties)
                    errors.TooMany(at, obj.Count, (int)rules.MaxProperties);
                foreach (var name in rules.Required)
                {
                    if (!obj.Has(name))
                        errors.Required(Child(path, name));
                }

                break;
        }
    }

    private void CheckEnum(Tree value, SchemaRules rules, FieldPath? path)
    {
        if (rules.Enum.Count == 0)
            return;

        foreach (var allowed in rules.Enum)
        {
            if (allowed.SameAs(value))
                return;
        }

        errors.NotSupported(path ?? Nowhere, value, rules.Enum.Select(allowed => allowed is TreeText text ? text.Value : JsonTreeWriter.ToText(allowed)));
    }

    private void CheckInside(Tree value, Tree? old, Schema schema, FieldPath? path)
    {
        switch (value)
        {
            case TreeObject obj:
                CheckMembers(obj, old as TreeObject, schema, path);
                break;
            case TreeList list when schema.Element is { } element:
                for (var i = 0; i < list.Count; i++)
                    Check(list[i], Twin(list[i], old as TreeList, schema), element, path?.Index(i));
                if (schema.ListMerge != ListMerge.Atomic)
                    CheckUnique(list, schema, path ?? Nowhere);
                break;
        }
    }

    private void CheckMembers(TreeObject obj, TreeObject? old, Schema schema, FieldPath? path)
    {
        if (schema.Kind == SchemaKind.Map)
        {
            foreach (var (name, member) in obj)
                Check(member, old?[name], schema.Element!, Child(path, name));
            return;
        }

        foreach (var field in schema.Fields)
        {
            if (field.Schema.Record is null && obj[field.Name] is { } member)
                Check(member, old?[field.Name], field.Schema, Child(path, field.Name));
        }
    }

    /// <summary>The item that this one was: only lists whose items have keys can tell.</summary>
    internal static Tree? Twin(Tree item, TreeList? old, Schema list)
    {
        if (old is null || list.ListMerge != ListMerge.Map || item is not TreeObject members)
            return null;

        return old.Objects().FirstOrDefault(before => list.ListKeys.All(key => Tree.Same(before[key], members[key])));
    }

    private void CheckUnique(TreeList list, Schema schema, FieldPath path)
    {
        var seen = new HashSet<string>();
        for (var i = 0; i < list.Count; i++)
        {
            if (schema.ListMerge == ListMerge.Set)
            {
                if (!seen.Add(JsonTreeWriter.ToText(list[i])))
                    errors.Duplicate(path.Index(i), list[i]);
            }
            else if (list[i] is TreeObject item && !seen.Add(Key(item, schema)))
            {
                errors.Duplicate(path.Index(i), new ShownAs(ShowKeys(item, schema)));
            }
        }
    }

    private static string Key(TreeObject item, Schema list)
    {
        var text = new StringBuilder();
        foreach (var key in list.ListKeys)
            text.Append(item[key] is { } value ? JsonTreeWriter.ToText(value) : "").Append('\0');
        return text.ToString();
    }

    private static string ShowKeys(TreeObject item, Schema list) => "map[string]interface {}{"
        + string.Join(", ", list.ListKeys.Where(item.Has).Order(StringComparer.Ordinal).Select(key => $"\"{key}\":{JsonTreeWriter.ToText(item[key]!)}")) + "}";

    private static FieldPath Child(FieldPath? path, string name) => path is null ? FieldPath.Root(name) : path.Child(name);
}
