using System.Runtime.CompilerServices;
using CloudletK8s.Api.Cel;
using CloudletK8s.Api.Cel.Types;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.CustomResources;

/// <summary>What a schema says of a value, as the checker of expressions wants it. What the schema leaves open is no field at all.</summary>
internal static class SchemaTypes
{
    private static readonly ConditionalWeakTable<Schema, CelType> Known = [];

    private static readonly CelType Metadata = CelType.Object("metadata", () => new Dictionary<string, CelType>
    {
        ["name"] = CelType.Text,
        ["generateName"] = CelType.Text,
    });

    /// <summary>Of a whole object, which says what it is whether its schema names that or not.</summary>
    public static CelType? OfResource(Schema schema) => Of(schema) is { Kind: CelKind.Object } type ? WithType(schema, type) : Of(schema);

    /// <returns>Null where nothing can be said.</returns>
    public static CelType? Of(Schema schema) => schema.Kind switch
    {
        SchemaKind.IntOrString => CelType.Dyn,
        SchemaKind.Object => Known.GetValue(schema, OfFields),
        SchemaKind.Map => Of(schema.Element!) is { } value ? CelType.MapOf(CelType.Text, value) : null,
        SchemaKind.List => Of(schema.Element!) is { } element ? CelType.ListOf(element) : null,
        SchemaKind.Integer or SchemaKind.Int32 or SchemaKind.Int64 => CelType.Int,
        SchemaKind.Double => CelType.Double,
        SchemaKind.Flag => CelType.Bool,
        SchemaKind.Text => OfText(schema.Rules?.Format),
        _ => null,
    };

    private static CelType OfFields(Schema schema)
    {
        var type = CelType.Object("object", () => Fields(schema));
        return schema.EmbeddedResource ? WithType(schema, type) : type;
    }

    private static CelType WithType(Schema schema, CelType plain) => CelType.Object(plain.Name, () => new Dictionary<string, CelType>(Fields(schema))
    {
        ["apiVersion"] = CelType.Text,
        ["kind"] = CelType.Text,
        ["metadata"] = Metadata,
    });

    private static Dictionary<string, CelType> Fields(Schema schema)
    {
        var fields = new Dictionary<string, CelType>();
        foreach (var field in schema.Fields)
        {
            if (CelNames.Escaped(field.Name) is { } name && Of(field.Schema) is { } type)
                fields[name] = type;
        }

        return fields;
    }

    private static CelType OfText(string? format) => format?.Replace("-", "", StringComparison.Ordinal) switch
    {
        "date" or "datetime" => CelType.Timestamp,
        "duration" => CelType.Duration,
        "byte" => CelType.Bytes,
        _ => CelType.Text,
    };
}
