using System.Runtime.CompilerServices;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Apply;

/// <summary>Translates schemas, each once.</summary>
internal static class ApplyTypes
{
    private static readonly ConditionalWeakTable<Schema, ApplyType> Known = [];

    /// <summary>Key fields that have a value when they are absent, besides those with a default in the schema.</summary>
    private static readonly Dictionary<(Type, string), Tree> KeyDefaults = new()
    {
        [(typeof(ContainerPort), "protocol")] = new TreeText("TCP"),
        [(typeof(ServicePort), "protocol")] = new TreeText("TCP"),
        [(typeof(LocalObjectReference), "name")] = TreeText.Empty,
    };

    public static ApplyType Of(Schema schema) => Known.GetValue(schema, static known =>
        known.Record is null && known.Kind == SchemaKind.Object ? Custom(known) : Translate(known, typed: true, open: false));

    /// <summary>A custom resource: whatever its definition says, the metadata is that of every object.</summary>
    private static ApplyType Custom(Schema schema)
    {
        var type = Translate(schema, typed: false, open: false);
        var fields = new Dictionary<string, ApplyField>(type.Fields)
        {
            ["apiVersion"] = Plain("apiVersion"),
            ["kind"] = Plain("kind"),
            ["metadata"] = new(PathElement.OfField("metadata"), static () => Of(RecordSchemas.Of<ObjectMeta>()), null, false),
        };
        return new() { IsObject = true, Fields = fields, Element = type.Element };
    }

    private static ApplyField Plain(string name) => new(PathElement.OfField(name), static () => new() { Scalar = ScalarForm.Text }, null, false);

    /// <param name="typed">The schema is that of a record, where absent values may have zero values.</param>
    /// <param name="open">An object above keeps fields that the schema does not name.</param>
    private static ApplyType Translate(Schema schema, bool typed, bool open)
    {
        open |= schema.PreserveUnknown;
        return schema.Kind switch
        {
            SchemaKind.Object => ObjectOf(schema, typed, open),
            SchemaKind.Map => new() { IsObject = true, IsAtomic = schema.Atomic, Element = Below(schema.Element!, typed, open) },
            SchemaKind.List => new() { List = ListOf(schema, typed, open) },
            SchemaKind.Any => typed ? ApplyType.Opaque : ApplyType.Deduced,
            SchemaKind.Either => ApplyType.Opaque,
            SchemaKind.Text or SchemaKind.Bytes => new() { Scalar = ScalarForm.Text },
            SchemaKind.Int32 or SchemaKind.Int64 or SchemaKind.Integer or SchemaKind.Double => new() { Scalar = ScalarForm.Number },
            SchemaKind.Flag => new() { Scalar = ScalarForm.Flag },
            _ => new() { Scalar = ScalarForm.Any },
        };
    }

    private static ApplyType ObjectOf(Schema schema, bool typed, bool open)
    {
        if (schema.Fields.Count == 0 && !typed && !schema.Atomic)
            return new() { IsObject = true, Element = static () => ApplyType.Deduced };

        var fields = new Dictionary<string, ApplyField>(schema.Fields.Count);
        if (schema.EmbeddedResource)
        {
            fields["apiVersion"] = Plain("apiVersion");
            fields["kind"] = Plain("kind");
            fields["metadata"] = new(PathElement.OfField("metadata"), static () => Of(RecordSchemas.Of<ObjectMeta>()), null, false);
        }

        foreach (var field in schema.Fields)
        {
            var always = typed && field.Presence == Presence.Always;
            var zero = always ? ZeroOf(field.Schema) : null;
            var dropsZero = typed && field.Presence == Presence.OmitEmpty;
            fields[field.Name] = new(PathElement.OfField(field.Name), Below(field.Schema, typed, open), zero, always || !typed, dropsZero);
        }

        return new()
        {
            IsObject = true,
            IsAtomic = schema.Atomic,
            Fields = fields,
            Element = open ? static () => ApplyType.Deduced : null,
            Always = [.. fields.Where(field => field.Value.Zero is not null)],
        };
    }

    private static ListForm ListOf(Schema schema, bool typed, bool open)
    {
        var item = schema.Element;
        var keys = schema.ListKeys.Order(StringComparer.Ordinal).Select(key => KeyValuePair.Create(key, KeyDefaultOf(item!, key)));
        return new(schema.ListMerge, [.. keys], item is null ? static () => ApplyType.Deduced : Below(item, typed, open));
    }

    private static Tree? KeyDefaultOf(Schema item, string key) => item.Field(key)?.Default
        ?? (item.Record is { } record ? KeyDefaults.GetValueOrDefault((record, key)) : null);

    /// <summary>Types refer to each other, so what is below is translated when it is needed.</summary>
    private static Func<ApplyType> Below(Schema schema, bool typed, bool open)
    {
        ApplyType? made = null;
        return () => made ??= typed
            ? Known.GetValue(schema, static known => Translate(known, typed: true, open: false))
            : Translate(schema, typed: false, open);
    }

    private static Tree ZeroOf(Schema schema) => schema.Kind switch
    {
        SchemaKind.Object => new TreeObject(0),
        SchemaKind.Text or SchemaKind.Bytes or SchemaKind.Duration => TreeText.Empty,
        SchemaKind.Int32 or SchemaKind.Int64 or SchemaKind.Integer or SchemaKind.Double => TreeNumber.Of(0),
        SchemaKind.Flag => TreeFlag.False,
        SchemaKind.Quantity => new TreeText("0"),
        SchemaKind.IntOrString => TreeNumber.Of(0),
        _ => TreeNull.Instance,
    };
}
