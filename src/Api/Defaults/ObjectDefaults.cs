using System.Runtime.CompilerServices;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Defaults;

/// <summary>Fills in what was not given: constant defaults from the schema, dependent ones from <see cref="TypeDefaults"/>.</summary>
public static class ObjectDefaults
{
    private static readonly ConditionalWeakTable<Schema, DefaultsPlan> Plans = [];

    public static void Apply(TreeObject obj, Schema schema) => Apply(obj, PlanOf(schema));

    private static void Apply(TreeObject obj, DefaultsPlan plan)
    {
        foreach (var (field, inside) in plan.Fields)
        {
            var value = obj[field.Name];
            if (field.Default is not null && IsAbsent(value, field))
                obj.Set(field.Name, value = field.Default.Clone());
            else if (value is TreeNull && plan.DropsNulls && !field.Schema.Nullable)
                obj.Remove(field.Name);

            if (inside && value is not null)
                ApplyInside(value, field.Schema);
        }

        plan.Dependent?.Invoke(obj);
    }

    /// <summary>A field that Go keeps by value cannot tell zero from absent, so zero takes the default too.</summary>
    private static bool IsAbsent(Tree? value, FieldSchema field) =>
        value is null || (value is TreeNull && !field.Schema.Nullable)
        || (field.Presence != Presence.Pointer && value.IsZero && value is not (TreeObject or TreeList));

    private static void ApplyInside(Tree value, Schema schema)
    {
        switch (value)
        {
            case TreeObject map when schema.Kind == SchemaKind.Map:
                foreach (var (_, item) in map)
                    ApplyInside(item, schema.Element!);
                break;
            case TreeObject obj when schema.Kind == SchemaKind.Object:
                Apply(obj, PlanOf(schema));
                break;
            case TreeList list when schema.Kind == SchemaKind.List:
                foreach (var item in list)
                    ApplyInside(item, schema.Element!);
                break;
        }
    }

    private static DefaultsPlan PlanOf(Schema schema) =>
        Plans.TryGetValue(schema, out var plan) ? plan : Plans.GetValue(schema, static made => Plan(made));

    private static DefaultsPlan Plan(Schema schema)
    {
        var seen = new Dictionary<Schema, bool>();
        var fields = schema.Fields
            .Select(field => (Field: field, Inside: HasDefaults(field.Schema, seen)))
            .Where(entry => entry.Inside || entry.Field.Default is not null || (schema.Record is null && !entry.Field.Schema.Nullable));
        return new([.. fields], schema.Record is null ? null : TypeDefaults.Of(schema.Record), DropsNulls: schema.Record is null);
    }

    /// <summary>
    /// Most types have no defaults anywhere inside; knowing that saves walking them with every object. Custom resources are
    /// always walked: nulls that their schema does not allow count as absent.
    /// </summary>
    private static bool HasDefaults(Schema schema, Dictionary<Schema, bool> seen)
    {
        if (schema.Kind is SchemaKind.List or SchemaKind.Map)
            return HasDefaults(schema.Element!, seen);
        if (schema.Kind != SchemaKind.Object)
            return false;
        if (seen.TryGetValue(schema, out var known))
            return known;

        // A type that contains itself is taken as having defaults while it is being looked at.
        seen[schema] = true;
        return seen[schema] = schema.Record is null || TypeDefaults.Of(schema.Record) is not null
            || schema.Fields.Any(field => field.Default is not null || HasDefaults(field.Schema, seen));
    }

    /// <param name="Fields">The fields that need a look, and whether there is something to default inside them.</param>
    /// <param name="Dependent">Defaults that depend on other fields.</param>
    /// <param name="DropsNulls">A null where none is allowed counts as absent.</param>
    private sealed record DefaultsPlan((FieldSchema Field, bool Inside)[] Fields, Action<TreeObject>? Dependent, bool DropsNulls);
}
