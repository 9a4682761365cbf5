using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Protobuf;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.ApiServer.Negotiation;
using CloudletK8s.ApiServer.Printing;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.ApiServer.Verbs;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Http;

/// <summary>The bodies of answers other than watches: whole, as a table, or the metadata; as JSON or protobuf.</summary>
internal sealed class ResultBody(Representation representation, string includeObject, DateTimeOffset now)
{
    private const int FlushBytes = 256 * 1024;

    public void Write(IBufferWriter<byte> output, VerbResult.Stored stored)
    {
        if (representation.Format == WireFormat.Protobuf)
            WriteProtobuf(output, ServedJson.Tree(stored.Resource, stored.Object), stored.Resource.Kind.Schema);
        else
            WriteJson(output, KindPrinters.Of(stored.Resource), () => PrintedObject.Of(stored.Resource, stored.Object), ServedJson.Bytes(stored.Resource, stored.Object));
    }

    public void Write(IBufferWriter<byte> output, VerbResult.Made made)
    {
        var printed = made.Kind is { } kind && kind.Kind == made.Object.Text("kind") ? PrintedAs(kind) : null;
        if (representation.Format == WireFormat.Protobuf && SchemaOf(made) is { } schema)
            WriteProtobuf(output, made.Object, schema);
        else if (printed is null)
            JsonTreeWriter.Write(made.Object, output);
        else
            WriteJson(output, KindPrinters.Of(printed), () => PrintedObject.Of(made.Object, printed), JsonTreeWriter.ToUtf8(made.Object));
    }

    public async ValueTask WriteJsonList(PipeWriter output, VerbResult.List list, CancellationToken cancellationToken)
    {
        switch (representation.Shape)
        {
            case AnswerShape.Table:
                await WriteTable(output, list, cancellationToken);
                break;
            case AnswerShape.MetadataList:
                PartialMetadata.StartList(output, list.Page, representation.MetaVersion);
                for (var i = 0; i < list.Page.Objects.Count; i++)
                {
                    if (i > 0)
                        output.Write(","u8);
                    PartialMetadata.Write(output, ServedJson.Bytes(list.Resource, list.Page.Objects[i]).Span, representation.MetaVersion);
                    if (output.UnflushedBytes > FlushBytes)
                        await output.FlushAsync(cancellationToken);
                }

                output.Write("]}\n"u8);
                await output.FlushAsync(cancellationToken);
                break;
            default:
                throw new InvalidOperationException($"a list cannot be sent as {representation.Shape}");
        }
    }

    public ProtobufList ProtobufListOf(VerbResult.List list)
    {
        var whole = representation.Shape == AnswerShape.Whole;
        var objects = list.Page.Objects;
        var metadata = new TreeObject();
        metadata.Set("resourceVersion", list.Page.Revision.ToString(CultureInfo.InvariantCulture));
        if (list.Page.Continue.Length > 0)
            metadata.Set("continue", list.Page.Continue);
        if (list.Page.RemainingItemCount is { } remaining)
            metadata.Set("remainingItemCount", remaining);
        var head = new TreeObject();
        head.Set("kind", whole ? list.Resource.Kind.ListKind : "PartialObjectMetadataList");
        head.Set("apiVersion", whole ? list.Resource.Kind.ApiVersion : $"meta.k8s.io/{representation.MetaVersion}");
        head.Set("metadata", metadata);
        return whole
            ? ProtobufList.Of(head, objects.Count, i => ServedJson.Tree(list.Resource, objects[i]), ListSchemas.Of(list.Resource.Kind.Schema))
            : ProtobufList.Of(head, objects.Count, i => Partial(list.Resource, objects[i]), PartialMetadata.ListSchema);
    }

    private TreeObject Partial(ServedResource resource, StoredObject stored) =>
        PartialMetadata.Tree(ServedJson.Bytes(resource, stored).Span, representation.MetaVersion);

    /// <summary>Null: there is no protobuf for it.</summary>
    public static Schema? SchemaOf(VerbResult.Made made) => made.Kind switch
    {
        { Record: not null } kind when kind.Kind == made.Object.Text("kind") => kind.Schema,
        _ => (made.Object.Text("apiVersion"), made.Object.Text("kind")) switch
        {
            ("v1", "Status") => RecordSchemas.Of<Status>(),
            ("autoscaling/v1", "Scale") => RecordSchemas.Of<Api.Autoscaling.V1.Scale>(),
            ("policy/v1", "Eviction") => RecordSchemas.Of<Api.Policy.V1.Eviction>(),
            ("authentication.k8s.io/v1", "TokenRequest") => RecordSchemas.Of<Api.Authentication.V1.TokenRequest>(),
            var (version, name) => BuiltInKinds.All.FirstOrDefault(kind => kind.Kind == name && kind.ApiVersion == version)?.Schema,
        },
    };

    private async ValueTask WriteTable(PipeWriter output, VerbResult.List list, CancellationToken cancellationToken)
    {
        using var table = NewTable(output, KindPrinters.Of(list.Resource));
        table.Start(list.Page);
        foreach (var stored in list.Page.Objects)
        {
            table.Row(PrintedObject.Of(list.Resource, stored));
            if (output.UnflushedBytes < FlushBytes)
                continue;

            table.Flush();
            await output.FlushAsync(cancellationToken);
        }

        table.End();
        output.Write("\n"u8);
        await output.FlushAsync(cancellationToken);
    }

    private void WriteJson(IBufferWriter<byte> output, KindPrinter printer, Func<PrintedObject> print, ReadOnlyMemory<byte> json)
    {
        switch (representation.Shape)
        {
            case AnswerShape.Table:
                var printed = print();
                using (var table = NewTable(output, printer))
                {
                    table.Start(printed.Tree.Object("metadata")?.Text("resourceVersion") ?? "", page: null, withColumns: true);
                    table.Row(printed);
                    table.End();
                }

                break;
            case AnswerShape.Metadata:
                PartialMetadata.Write(output, json.Span, representation.MetaVersion);
                break;
            default:
                output.Write(json.Span);
                break;
        }
    }

    private void WriteProtobuf(IBufferWriter<byte> output, TreeObject tree, Schema schema) => output.Write(
        representation.Shape == AnswerShape.Whole || tree.Text("kind") == "Status"
            ? ProtobufTreeWriter.ToBytes(tree, schema)
            : ProtobufTreeWriter.ToBytes(PartialMetadata.Tree(tree, representation.MetaVersion), PartialMetadata.Schema));

    private TableWriter NewTable(IBufferWriter<byte> output, KindPrinter printer) =>
        new(output, printer, representation.MetaVersion, includeObject, now);

    private static KindInfo PrintedAs(KindInfo kind) => kind.Record is null || kind.StorageApiVersion == kind.ApiVersion
        ? kind
        : BuiltInKinds.All.First(other => other.ApiVersion == kind.StorageApiVersion && other.Kind == kind.Kind);
}
