using System.Runtime.CompilerServices;
using CloudletK8s.Api.Meta.V1;

namespace CloudletK8s.Api.Schemas;

/// <summary>Lists of a kind are no records of their own: they all have the same shape.</summary>
public static class ListSchemas
{
    private static readonly ConditionalWeakTable<Schema, Schema> Known = [];

    public static Schema Of(Schema item) => Known.GetValue(item, Describe);

    private static Schema Describe(Schema item)
    {
        var items = new Schema(SchemaKind.List) { Element = item };
        return new Schema(SchemaKind.Object)
        {
            Name = item.Name is null ? null : item.Name + "List",

            // Without a record of its own a list would be read as a custom resource, which keeps nulls and zeros.
            Record = item.Record,
        }.WithFields(() =>
        [
            new("kind", new Schema(SchemaKind.Text)),
            new("apiVersion", new Schema(SchemaKind.Text)),
            new("metadata", RecordSchemas.Of<ListMeta>()) { Number = 1, Presence = Presence.Always },
            new("items", items) { Number = 2, Presence = Presence.Always },
        ]);
    }
}
