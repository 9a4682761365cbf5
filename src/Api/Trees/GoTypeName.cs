using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Trees;

/// <summary>The Go type of a schema, as far as error messages name it.</summary>
internal static class GoTypeName
{
    public static string Of(Schema schema) => schema.Kind switch
    {
        SchemaKind.Object => OfRecord(schema),
        SchemaKind.Map when schema.Element!.Kind == SchemaKind.Quantity => "v1.ResourceList",
        SchemaKind.Map => $"map[string]{Of(schema.Element!)}",
        SchemaKind.List => $"[]{Of(schema.Element!)}",
        SchemaKind.Int32 => "int32",
        SchemaKind.Int64 or SchemaKind.Integer => "int64",
        SchemaKind.Double => "float64",
        SchemaKind.Flag => "bool",
        SchemaKind.Bytes => "[]uint8",
        SchemaKind.Any => "interface {}",
        SchemaKind.Either => Of(schema.Element!),
        _ => "string",
    };

    // Go prints the package's last part, which is the version.
    private static string OfRecord(Schema schema) => schema.Record is { } record
        ? $"{record.Namespace![(record.Namespace!.LastIndexOf('.') + 1)..].ToLowerInvariant()}.{record.Name}"
        : "map[string]interface {}";
}
