using CloudletK8s.ApiServer.Tests.Clusters;
using Microsoft.AspNetCore.Http;

namespace CloudletK8s.ApiServer.Tests.Http;

/// <summary>Requests to a cluster whose administrator's token is "secret", through the HTTP handler but without a network.</summary>
internal static class HttpCalls
{
    public static async Task<byte[]> Get(TestCluster cluster, string url, string accept)
    {
        var (response, body) = await Get(cluster, url, accept, ifNoneMatch: "");
        Assert.Equal(200, response.StatusCode);
        return body;
    }

    public static async Task<(HttpResponse Response, byte[] Body)> Get(TestCluster cluster, string url, string accept, string ifNoneMatch)
    {
        var http = new DefaultHttpContext();
        var question = url.IndexOf('?');
        http.Request.Method = "GET";
        http.Request.Path = question < 0 ? url : url[..question];
        http.Request.QueryString = new(question < 0 ? "" : url[question..]);
        http.Request.Headers.Accept = accept;
        http.Request.Headers.Authorization = "Bearer secret";
        if (ifNoneMatch.Length > 0)
            http.Request.Headers.IfNoneMatch = ifNoneMatch;
        using var body = new MemoryStream();
        http.Response.Body = body;
        await cluster.Host.Handler.Handle(http);
        await http.Response.BodyWriter.FlushAsync();
        return (http.Response, body.ToArray());
    }
}
