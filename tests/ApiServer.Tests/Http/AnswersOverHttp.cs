using System.Text;
using System.Text.Json;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Protobuf;
using CloudletK8s.Api.Schemas;
using CloudletK8s.ApiServer.Tests.Clusters;
using Microsoft.AspNetCore.Http;

namespace CloudletK8s.ApiServer.Tests.Http;

public class AnswersOverHttp
{
    private const string Namespaces = "/api/v1/namespaces";
    private const string Table = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json";

    [Fact]
    public async Task Are_tables_when_kubectl_asks()
    {
        await using var cluster = await Cluster();
        var (response, body) = await Get(cluster, Namespaces, Table);
        Assert.Equal("application/json", response.ContentType);
        using var table = JsonDocument.Parse(body);
        Assert.Equal("Table", table.RootElement.GetProperty("kind").GetString());
        Assert.Contains("default", table.RootElement.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("cells")[0].GetString()));
    }

    [Fact]
    public async Task Are_tables_of_one_row_for_one_object()
    {
        await using var cluster = await Cluster();
        var (_, body) = await Get(cluster, $"{Namespaces}/default", Table);
        using var table = JsonDocument.Parse(body);
        Assert.Equal("Active", table.RootElement.GetProperty("rows")[0].GetProperty("cells")[1].GetString());
    }

    [Fact]
    public async Task Are_protobuf_for_clients_that_speak_it()
    {
        await using var cluster = await Cluster();
        var (response, body) = await Get(cluster, Namespaces, "application/vnd.kubernetes.protobuf,application/json");
        Assert.Equal("application/vnd.kubernetes.protobuf", response.ContentType);
        var list = ProtobufTreeReader.Read(body, ListSchemas.Of(RecordSchemas.Of<Namespace>())).Tree!;
        Assert.Equal("NamespaceList", list.Text("kind"));
        Assert.Contains("default", list.List("items")!.Objects().Select(item => item.Object("metadata")!.Text("name")));
    }

    [Fact]
    public async Task Are_bare_metadata_for_those_who_need_no_more()
    {
        await using var cluster = await Cluster();
        var (_, body) = await Get(cluster, Namespaces, "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1");
        using var list = JsonDocument.Parse(body);
        Assert.Equal("PartialObjectMetadataList", list.RootElement.GetProperty("kind").GetString());
        Assert.All(list.RootElement.GetProperty("items").EnumerateArray(), item => Assert.False(item.TryGetProperty("status", out _)));
    }

    [Fact]
    public async Task Are_YAML_when_asked()
    {
        await using var cluster = await Cluster();
        var (_, body) = await Get(cluster, $"{Namespaces}/default", "application/yaml");
        Assert.StartsWith("apiVersion: v1\nkind: Namespace\n", Encoding.UTF8.GetString(body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_refused_in_forms_that_do_not_exist()
    {
        await using var cluster = await Cluster();
        Assert.Equal(406, (await Get(cluster, Namespaces, "text/html")).Response.StatusCode);
        Assert.Equal(406, (await Get(cluster, Namespaces, "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1")).Response.StatusCode);
    }

    [Theory]
    [InlineData("/version", "major", "1")]
    [InlineData("/apis", "kind", "APIGroupList")]
    [InlineData("/apis/apps", "kind", "APIGroup")]
    [InlineData("/apis/apps/v1", "groupVersion", "apps/v1")]
    [InlineData("/openapi/v3/apis/batch/v1", "openapi", "3.0.0")]
    [InlineData("/openapi/v2", "swagger", "2.0")]
    public async Task Tell_what_is_served(string path, string member, string value)
    {
        await using var cluster = await Cluster();
        var (response, body) = await Get(cluster, path, "application/json");
        Assert.Equal(200, response.StatusCode);
        using var document = JsonDocument.Parse(body);
        Assert.Equal(value, document.RootElement.GetProperty(member).GetString());
        var again = await Get(cluster, path, "application/json", response.Headers.ETag.ToString());
        Assert.Equal(304, again.Response.StatusCode);
        Assert.Empty(again.Body);
    }

    [Fact]
    public async Task Lead_from_the_index_to_addresses_that_never_change()
    {
        await using var cluster = await Cluster();
        using var index = JsonDocument.Parse((await Get(cluster, "/openapi/v3", "application/json")).Body);
        var url = index.RootElement.GetProperty("paths").GetProperty("apis/apps/v1").GetProperty("serverRelativeURL").GetString()!;
        var (response, _) = await Get(cluster, url, "application/json");
        Assert.Equal(200, response.StatusCode);
        Assert.Contains("immutable", response.Headers.CacheControl.ToString(), StringComparison.Ordinal);
        Assert.Equal(301, (await Get(cluster, "/openapi/v3/apis/apps/v1?hash=old", "application/json")).Response.StatusCode);
    }

    [Theory]
    [InlineData("/apis/none")]
    [InlineData("/apis/apps/v9")]
    [InlineData("/api/v9")]
    [InlineData("/openapi/v3/apis/none/v1")]
    public async Task Are_not_found_for_what_is_not_served(string path)
    {
        await using var cluster = await Cluster();
        Assert.Equal(404, (await Get(cluster, path, "application/json")).Response.StatusCode);
    }

    private static Task<TestCluster> Cluster() => TestCluster.Start(new ApiServerOptions { AdminToken = "secret" });

    private static Task<(HttpResponse Response, byte[] Body)> Get(TestCluster cluster, string url, string accept, string ifNoneMatch = "") =>
        HttpCalls.Get(cluster, url, accept, ifNoneMatch);
}
