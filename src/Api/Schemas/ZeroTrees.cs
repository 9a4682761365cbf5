using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Schemas;

/// <summary>What Kubernetes writes for a value that nobody gave. Always made anew where it can be changed later.</summary>
public static class ZeroTrees
{
    private static readonly TreeText ZeroQuantity = new("0");
    private static readonly TreeText ZeroDuration = new("0s");

    public static Tree Of(FieldSchema field) => field.Nilable ? TreeNull.Instance : Of(field.Schema);

    public static Tree Of(Schema schema) => schema.Kind switch
    {
        SchemaKind.Object => OfObject(schema),
        SchemaKind.Text => TreeText.Empty,
        SchemaKind.Int32 or SchemaKind.Int64 or SchemaKind.Integer or SchemaKind.Double or SchemaKind.IntOrString => TreeNumber.Of(0),
        SchemaKind.Flag => TreeFlag.False,
        SchemaKind.Quantity => ZeroQuantity,
        SchemaKind.Duration => ZeroDuration,
        _ => TreeNull.Instance,
    };

    private static TreeObject OfObject(Schema schema)
    {
        var always = schema.Table.Always;
        var zero = new TreeObject(always.Length);
        foreach (var field in always)
            zero.Append(field.Name, Of(field));
        return zero;
    }
}
