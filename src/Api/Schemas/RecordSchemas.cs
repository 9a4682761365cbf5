using System.Collections.Concurrent;
using System.Reflection;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Schemas;

/// <summary>Reads the schema of a record from its attributes, once, when it is first needed.</summary>
public static class RecordSchemas
{
    private static readonly ConcurrentDictionary<Type, Schema> Known = new();

    public static Schema Of<T>() => Of(typeof(T));

    public static Schema Of(Type record) => Known.GetOrAdd(record, static type => Describe(type));

    private static Schema Describe(Type record) => new Schema(SchemaKind.Object)
    {
        Name = DefinitionNames.Of(record),
        Record = record,
        Atomic = record.IsDefined(typeof(AtomicAttribute)),
    }.WithFields(() => FieldsOf(record));

    private static List<FieldSchema> FieldsOf(Type record)
    {
        var fields = new List<FieldSchema>();
        if (record.IsDefined(typeof(KindAttribute)) || record.IsDefined(typeof(WireKindAttribute)))
        {
            fields.Add(new("kind", new Schema(SchemaKind.Text)));
            fields.Add(new("apiVersion", new Schema(SchemaKind.Text)));
        }

        foreach (var property in record.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetCustomAttribute<FieldAttribute>() is { } field)
                fields.Add(FieldOf(property, field));
        }

        return fields;
    }

    private static FieldSchema FieldOf(PropertyInfo property, FieldAttribute field)
    {
        var schema = OfProperty(property);
        return new(field.Name ?? char.ToLowerInvariant(property.Name[0]) + property.Name[1..], schema)
        {
            Number = field.Number,
            NestedIn = field.In,
            Required = field.Required,
            Presence = PresenceOf(property, schema, field),
            Nilable = IsNilable(property, schema, field),
            Default = DefaultOf(property),
            Property = property,
        };
    }

    private static Presence PresenceOf(PropertyInfo property, Schema schema, FieldAttribute field)
    {
        if (field.Always)
            return Presence.Always;

        var nullableValue = System.Nullable.GetUnderlyingType(property.PropertyType) is not null;
        return field.Pointer || nullableValue || schema.Kind is SchemaKind.Object or SchemaKind.Any or SchemaKind.Either
            ? Presence.Pointer
            : Presence.OmitEmpty;
    }

    private static bool IsNilable(PropertyInfo property, Schema schema, FieldAttribute field) => field.Pointer
        || (field.Always
            ? System.Nullable.GetUnderlyingType(property.PropertyType) is not null && schema.Kind is SchemaKind.Int32 or SchemaKind.Int64
            : PresenceOf(property, schema, field) == Presence.Pointer);

    private static Tree? DefaultOf(PropertyInfo property) => property.GetCustomAttribute<DefaultAttribute>()?.Value switch
    {
        null => null,
        DefaultAttribute.EmptyObject => new TreeObject(),
        string text => new TreeText(text),
        int number => TreeNumber.Of(number),
        long number => TreeNumber.Of(number),
        bool flag => TreeFlag.Of(flag),
        var other => throw new InvalidOperationException($"{property.DeclaringType}.{property.Name}: a default cannot be {other}"),
    };

    private static Schema OfProperty(PropertyInfo property)
    {
        var type = property.PropertyType;
        var patch = property.GetCustomAttribute<PatchAttribute>();
        if (ElementOf(type, typeof(IReadOnlyList<>)) is { } item)
        {
            var list = property.GetCustomAttribute<ListAttribute>();
            return new Schema(SchemaKind.List)
            {
                Element = OfType(item, []),
                ListMerge = list?.Merge ?? ListMerge.Atomic,
                ListKeys = list?.Keys ?? [],
                PatchMerge = patch?.Merge ?? false,
                PatchMergeKey = patch?.MergeKey,
                PatchRetainKeys = patch?.RetainKeys ?? false,
            };
        }

        var either = property.GetCustomAttribute<EitherAttribute>() is { } union
            ? new Schema(SchemaKind.Either) { Element = Of(union.Record), Other = OfType(union.Other, []) }
            : null;

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
        {
            return new Schema(SchemaKind.Map)
            {
                Element = either ?? OfType(type.GetGenericArguments()[1], []),
                Atomic = property.IsDefined(typeof(AtomicAttribute)),
            };
        }

        if (patch is { RetainKeys: true } && IsRecord(type))
            return new Schema(SchemaKind.Object) { Name = DefinitionNames.Of(type), Record = type, PatchRetainKeys = true }.WithFields(() => Of(type).Fields);

        return either ?? OfType(type, property.GetCustomAttribute<EnumAttribute>()?.Values ?? []);
    }

    private static Schema OfType(Type declared, IReadOnlyList<string> allowed)
    {
        var type = System.Nullable.GetUnderlyingType(declared) ?? declared;
        if (Scalars.TryGetValue(type, out var kind))
            return kind == SchemaKind.Text && allowed.Count > 0 ? new Schema(kind) { Enum = allowed } : ScalarSchemas[kind];

        if (ElementOf(type, typeof(IReadOnlyList<>)) is { } item)
            return new Schema(SchemaKind.List) { Element = OfType(item, []) };

        return Of(type);
    }

    private static bool IsRecord(Type type) => type.IsClass && type.Namespace!.StartsWith("CloudletK8s.Api.", StringComparison.Ordinal);

    private static Type? ElementOf(Type type, Type generic) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == generic ? type.GetGenericArguments()[0] : null;

    private static readonly Dictionary<Type, SchemaKind> Scalars = new()
    {
        [typeof(string)] = SchemaKind.Text,
        [typeof(int)] = SchemaKind.Int32,
        [typeof(long)] = SchemaKind.Int64,
        [typeof(double)] = SchemaKind.Double,
        [typeof(bool)] = SchemaKind.Flag,
        [typeof(byte[])] = SchemaKind.Bytes,
        [typeof(Quantity)] = SchemaKind.Quantity,
        [typeof(IntOrString)] = SchemaKind.IntOrString,
        [typeof(DateTimeOffset)] = SchemaKind.Time,
        [typeof(MicroTime)] = SchemaKind.MicroTime,
        [typeof(TimeSpan)] = SchemaKind.Duration,
        [typeof(Tree)] = SchemaKind.Any,
    };

    private static readonly Dictionary<SchemaKind, Schema> ScalarSchemas =
        Scalars.Values.Distinct().ToDictionary(kind => kind, kind => new Schema(kind));
}
