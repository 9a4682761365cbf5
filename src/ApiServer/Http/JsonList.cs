using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.ApiServer.Verbs;

namespace CloudletK8s.ApiServer.Http;

/// <summary>A list is its objects' stored bytes, one after the other.</summary>
internal static class JsonList
{
    private const int FlushBytes = 256 * 1024;

    public static async ValueTask Write(PipeWriter connection, ServedResource resource, ListPage page, CancellationToken cancellationToken)
    {
        var output = new BlockWriter(connection);
        output.Write(Encoding.UTF8.GetBytes(Start(resource, page)));
        for (var i = 0; i < page.Objects.Count; i++)
        {
            if (i > 0)
                output.Write(","u8);

            var bytes = ServedJson.Bytes(resource, page.Objects[i]).Span;
            if (!resource.IsCustom && !resource.NeedsConversion)
            {
                // Items of built-in kinds do not repeat kind and apiVersion.
                output.Write("{"u8);
                bytes = bytes[resource.TypePrefix.Length..];
            }

            output.Write(bytes);
            if (output.UnflushedBytes > FlushBytes)
                await output.Flush(cancellationToken);
        }

        output.Write("]}\n"u8);
        await output.Flush(cancellationToken);
    }

    private static string Start(ServedResource resource, ListPage page)
    {
        var start = new StringBuilder()
            .Append("{\"kind\":\"").Append(resource.Kind.ListKind).Append("\",\"apiVersion\":\"").Append(resource.Kind.ApiVersion)
            .Append("\",\"metadata\":{\"resourceVersion\":\"").Append(page.Revision.ToString(CultureInfo.InvariantCulture)).Append('"');
        if (page.Continue.Length > 0)
            start.Append(",\"continue\":\"").Append(JsonEncodedText.Encode(page.Continue)).Append('"');
        if (page.RemainingItemCount is { } remaining)
            start.Append(",\"remainingItemCount\":").Append(remaining.ToString(CultureInfo.InvariantCulture));
        return start.Append("},\"items\":[").ToString();
    }
}
