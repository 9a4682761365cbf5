using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.ApiServer.Verbs;

namespace CloudletK8s.ApiServer.Printing;

/// <summary>Objects reduced to their metadata: what controllers ask for that need to know only that something exists.</summary>
internal static class PartialMetadata
{
    public static Schema Schema { get; } = new Schema(SchemaKind.Object).WithFields(() =>
    [
        new("kind", new(SchemaKind.Text)), new("apiVersion", new(SchemaKind.Text)),
        new("metadata", RecordSchemas.Of<ObjectMeta>()) { Number = 1, Presence = Presence.Always },
    ]);

    public static Schema ListSchema { get; } = ListSchemas.Of(Schema);

    public static void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> json, string metaVersion)
    {
        output.Write(Encoding.UTF8.GetBytes($"{{\"kind\":\"PartialObjectMetadata\",\"apiVersion\":\"meta.k8s.io/{metaVersion}\",\"metadata\":"));
        output.Write(MetadataSlice.Of(json));
        output.Write("}"u8);
    }

    public static TreeObject Tree(TreeObject obj, string metaVersion) => Of(obj.Object("metadata") ?? new TreeObject(), metaVersion);

    /// <summary>Reads no more of the bytes than it shows.</summary>
    public static TreeObject Tree(ReadOnlySpan<byte> json, string metaVersion) =>
        Of(JsonTreeReader.ReadTrusted(MetadataSlice.Of(json)), metaVersion);

    private static TreeObject Of(TreeObject metadata, string metaVersion)
    {
        var partial = new TreeObject(3);
        partial.Set("kind", "PartialObjectMetadata");
        partial.Set("apiVersion", $"meta.k8s.io/{metaVersion}");
        partial.Set("metadata", metadata);
        return partial;
    }

    /// <summary>What stands before the items of a list.</summary>
    public static void StartList(IBufferWriter<byte> output, ListPage page, string metaVersion)
    {
        var start = new StringBuilder()
            .Append("{\"kind\":\"PartialObjectMetadataList\",\"apiVersion\":\"meta.k8s.io/").Append(metaVersion)
            .Append("\",\"metadata\":{\"resourceVersion\":\"").Append(page.Revision.ToString(CultureInfo.InvariantCulture)).Append('"');
        if (page.Continue.Length > 0)
            start.Append(",\"continue\":\"").Append(JsonEncodedText.Encode(page.Continue)).Append('"');
        if (page.RemainingItemCount is { } remaining)
            start.Append(",\"remainingItemCount\":").Append(remaining.ToString(CultureInfo.InvariantCulture));
        output.Write(Encoding.UTF8.GetBytes(start.Append("},\"items\":[").ToString()));
    }
}
