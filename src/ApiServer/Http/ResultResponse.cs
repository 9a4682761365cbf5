using System.Buffers;
using System.IO.Pipelines;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.ApiServer.Requests;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.ApiServer.Verbs;
using Microsoft.AspNetCore.Http;

namespace CloudletK8s.ApiServer.Http;

/// <summary>Sends what a verb answered.</summary>
internal static class ResultResponse
{
    public static async ValueTask Write(HttpContext http, ApiRequest request, VerbResult result, TimeProvider time)
    {
        var response = http.Response;
        WarningHeader.Add(response, request.Warnings);
        response.ContentType = JsonWatchEncoder.Media;
        switch (result)
        {
            case VerbResult.Stored stored:
                response.StatusCode = stored.Code;
                var bytes = ServedJson.Bytes(stored.Resource, stored.Object);
                response.ContentLength = bytes.Length;
                await response.BodyWriter.WriteAsync(bytes, http.RequestAborted);
                break;
            case VerbResult.Made made:
                response.StatusCode = made.Code;
                await response.StartAsync(http.RequestAborted);
                JsonTreeWriter.Write(made.Object, response.BodyWriter);
                await response.BodyWriter.FlushAsync(http.RequestAborted);
                break;
            case VerbResult.Empty empty:
                response.StatusCode = empty.Code;
                response.ContentType = null;
                break;
            case VerbResult.List list:
                await response.StartAsync(http.RequestAborted);
                await JsonList.Write(response.BodyWriter, list.Resource, list.Page, http.RequestAborted);
                break;
            case VerbResult.Watch watch:
                await response.StartAsync(http.RequestAborted);
                await new WatchStream(watch.Plan, new JsonWatchEncoder(watch.Resource), time).Run(response.BodyWriter, http.RequestAborted);
                break;
        }
    }
}
