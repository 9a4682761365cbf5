using System.IO.Pipelines;
using CloudletK8s.Api.Protobuf;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Hosting;
using CloudletK8s.ApiServer.Http.WebSockets;
using CloudletK8s.ApiServer.Negotiation;
using CloudletK8s.ApiServer.Printing;
using CloudletK8s.ApiServer.Requests;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.ApiServer.Verbs;
using Microsoft.AspNetCore.Http;

namespace CloudletK8s.ApiServer.Http;

/// <summary>Sends what a verb answered, in the form that the client asked for.</summary>
internal static class ResultResponse
{
    public static async ValueTask Write(HttpContext http, ApiRequest request, VerbResult result, Representation asked, TimeProvider time)
    {
        var representation = Fitting(http, result, asked);
        var response = http.Response;
        WarningHeader.Add(response, request.Warnings);
        response.ContentType = representation.ContentType;
        if (result is VerbResult.Watch watch)
        {
            await WriteWatch(http, request, watch, representation, time);
            return;
        }

        var body = new ResultBody(representation, request.Query.IncludeObject, time.GetUtcNow());
        switch (result)
        {
            case VerbResult.Stored stored when representation == Representation.Json && !request.Query.Pretty:
                response.StatusCode = stored.Code;
                await GzipOutput.Write(http, ServedJson.Bytes(stored.Resource, stored.Object));
                break;
            case VerbResult.Stored stored:
                response.StatusCode = stored.Code;
                await Encoded(http, request, representation, output => body.Write(output, stored));
                break;
            case VerbResult.Made made:
                response.StatusCode = made.Code;
                await Encoded(http, request, representation, output => body.Write(output, made));
                break;
            case VerbResult.Empty empty:
                response.StatusCode = empty.Code;
                response.ContentType = null;
                break;
            case VerbResult.List list:
                await WriteList(http, request, list, representation, body);
                break;
        }
    }

    private static async ValueTask WriteList(
        HttpContext http, ApiRequest request, VerbResult.List list, Representation representation, ResultBody body)
    {
        if (representation.Format == WireFormat.Json && !IsPretty(request, representation))
        {
            await GzipOutput.Write(http, LengthOf(list.Page), (output, cancelled) => representation.Shape == AnswerShape.Whole
                ? JsonList.Write(output, list.Resource, list.Page, cancelled)
                : body.WriteJsonList(output, list, cancelled));
            return;
        }

        if (representation.Format == WireFormat.Protobuf)
        {
            using var message = body.ProtobufListOf(list);
            await GzipOutput.Write(http, message.Length, (output, cancelled) => WriteBlocks(output, message, cancelled));
            return;
        }

        // People read YAML and indented JSON; such a list may be made as a whole.
        var buffer = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        if (representation.Shape == AnswerShape.Whole)
            await JsonList.Write(buffer.Writer, list.Resource, list.Page, http.RequestAborted);
        else
            await body.WriteJsonList(buffer.Writer, list, http.RequestAborted);
        await buffer.Writer.CompleteAsync();
        using var json = new MemoryStream();
        await buffer.Reader.CopyToAsync(json, http.RequestAborted);
        await GzipOutput.Write(http, ReadableText.Of(json.ToArray(), representation.Format));
    }

    private static async ValueTask WriteBlocks(PipeWriter output, ProtobufList message, CancellationToken cancellationToken)
    {
        foreach (var block in message.Blocks)
            await output.WriteAsync(block, cancellationToken);
    }

    private static async ValueTask Encoded(
        HttpContext http, ApiRequest request, Representation representation, Action<System.Buffers.IBufferWriter<byte>> write)
    {
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        write(output);
        var bytes = representation.Format == WireFormat.Yaml || (representation.Format == WireFormat.Json && IsPretty(request, representation))
            ? ReadableText.Of(output.WrittenMemory, representation.Format)
            : output.WrittenMemory;
        await GzipOutput.Write(http, bytes);
    }

    /// <summary>Tables and metadata are shorter than what is stored; close enough to decide whether to compress.</summary>
    private static long LengthOf(ListPage page)
    {
        var length = 0L;
        foreach (var stored in page.Objects)
            length += stored.Json.Length;
        return length;
    }

    private static async ValueTask WriteWatch(
        HttpContext http, ApiRequest request, VerbResult.Watch watch, Representation representation, TimeProvider time)
    {
        IWatchEncoder encoder = (representation.Format, representation.Shape) switch
        {
            (WireFormat.Protobuf, _) => new ProtobufWatchEncoder(watch.Resource, representation),
            (_, AnswerShape.Table) => new TableWatchEncoder(watch.Resource, representation.MetaVersion, request.Query.IncludeObject, time),
            (_, AnswerShape.Whole) => new JsonWatchEncoder(watch.Resource),
            _ => new MetadataWatchEncoder(watch.Resource, representation.MetaVersion),
        };
        var stream = new WatchStream(watch.Plan, encoder, time);
        if (WebSocketHandshake.IsAskedFor(http))
        {
            http.Response.ContentType = null;
            await WatchSocket.Run(http, stream, isBinary: representation.Format == WireFormat.Protobuf);
            return;
        }

        http.Response.ContentType = encoder.ContentType;
        SocketOutput.StreamsOn(http);
        await http.Response.StartAsync(http.RequestAborted);
        await stream.Run(http.Response.BodyWriter, http.RequestAborted);
    }

    /// <summary>Custom resources have no protobuf; a client that would also take something else gets that.</summary>
    private static Representation Fitting(HttpContext http, VerbResult result, Representation asked)
    {
        if (asked.Shape == (result is VerbResult.List ? AnswerShape.Metadata : AnswerShape.MetadataList))
            throw ApiErrors.NotAcceptable(MediaTypes.Served);

        if (asked.Format != WireFormat.Protobuf)
            return asked;

        var resource = result switch
        {
            VerbResult.Stored stored => stored.Resource,
            VerbResult.List list => list.Resource,
            VerbResult.Watch watch => watch.Resource,
            _ => null,
        };
        var custom = resource?.IsCustom ?? (result is VerbResult.Made made && ResultBody.SchemaOf(made) is null);
        return custom && asked.Shape == AnswerShape.Whole
            ? AcceptNegotiation.Choose(http.Request.Headers.Accept.ToString(), MediaTypes.ServedCustom)
            : asked;
    }

    private static bool IsPretty(ApiRequest request, Representation representation) => request.Query.Pretty || representation.Pretty;
}
