using System.Runtime.CompilerServices;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Defaults;

/// <summary>Fills in what was not given: constant defaults from the schema, dependent ones from <see cref="TypeDefaults"/>.</summary>
public static class ObjectDefaults
{
    private static readonly ConditionalWeakTable<Schema, StrongBox<bool>> Relevant = [];

    public static void Apply(TreeObject obj, Schema schema)
    {
        foreach (var field in schema.Fields)
        {
            var value = obj[field.Name];
            if (field.Default is not null && IsAbsent(value, field))
                obj.Set(field.Name, value = field.Default.Clone());

            if (value is not null)
                ApplyInside(value, field.Schema);
        }

        if (schema.Record is not null)
            TypeDefaults.Of(schema.Record)?.Invoke(obj);
    }

    /// <summary>A field that Go keeps by value cannot tell zero from absent, so zero takes the default too.</summary>
    private static bool IsAbsent(Tree? value, FieldSchema field) =>
        value is null or TreeNull || (field.Presence != Presence.Pointer && value.IsZero && value is not (TreeObject or TreeList));

    private static void ApplyInside(Tree value, Schema schema)
    {
        switch (value)
        {
            case TreeObject map when schema.Kind == SchemaKind.Map:
                if (!HasDefaults(schema.Element!))
                    return;
                foreach (var (_, item) in map)
                    ApplyInside(item, schema.Element!);
                break;
            case TreeObject obj when schema.Kind == SchemaKind.Object:
                if (HasDefaults(schema))
                    Apply(obj, schema);
                break;
            case TreeList list when schema.Kind == SchemaKind.List:
                if (!HasDefaults(schema.Element!))
                    return;
                foreach (var item in list)
                    ApplyInside(item, schema.Element!);
                break;
        }
    }

    /// <summary>Most types have no defaults anywhere inside; knowing that skips walking them.</summary>
    private static bool HasDefaults(Schema schema)
    {
        if (schema.Kind is SchemaKind.List or SchemaKind.Map)
            return HasDefaults(schema.Element!);
        if (schema.Kind != SchemaKind.Object)
            return false;
        if (Relevant.TryGetValue(schema, out var known))
            return known.Value;

        // A type that contains itself is taken as having defaults while it is being looked at.
        var box = Relevant.GetValue(schema, static _ => new(true));
        return box.Value = (schema.Record is not null && TypeDefaults.Of(schema.Record) is not null)
            || schema.Fields.Any(field => field.Default is not null || HasDefaults(field.Schema));
    }
}
