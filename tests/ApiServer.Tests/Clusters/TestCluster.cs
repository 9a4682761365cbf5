using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.ApiServer.Authentication;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Requests;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.ApiServer.Verbs;
using CloudletK8s.Store;
using CloudletK8s.Store.Memory;
using CloudletK8s.Store.Tables;
using CloudletK8s.TestKit.Faults;
using Microsoft.Extensions.Logging.Abstractions;

namespace CloudletK8s.ApiServer.Tests.Clusters;

/// <summary>A whole API server without HTTP, over a table in memory that it may share with others.</summary>
public sealed class TestCluster : IAsyncDisposable
{
    private readonly ClusterStore _store;

    private TestCluster(ClusterStore store, ApiServerHost host, ShiftedTime time)
    {
        Time = time;
        _store = store;
        Host = host;
    }

    public ApiServerHost Host { get; }

    public IClusterStore Store => _store;

    public ShiftedTime Time { get; }

    public static Task<TestCluster> Start(ApiServerOptions? options = null) => Start(new MemoryTableStore(isExclusive: true), options);

    public static async Task<TestCluster> Start(ITableStore tables, ApiServerOptions? options = null)
    {
        var time = new ShiftedTime();
        var store = ClusterStore.Open(tables, new() { CompactionInterval = Timeout.InfiniteTimeSpan }, time);
        var host = ApiServerHost.Create(store, options ?? new(), time, NullLoggerFactory.Instance);
        await host.Prepare(new Uri("https://192.168.1.10:6443"), CancellationToken.None);
        await host.Prepared;
        return new(store, host, time);
    }

    public Task<TreeObject> Create(string path, string json, UserInfo? user = null) => Run("create", path, json, user);

    public Task<TreeObject> Update(string path, string json, UserInfo? user = null) => Run("update", path, json, user);

    public Task<TreeObject> Get(string path) => Run("get", path, null, null);

    public Task<TreeObject> Delete(string path, UserInfo? user = null) => Run("delete", path, null, user);

    public Task<TreeObject> Patch(string path, string json) => Run("patch", path, json, null, "application/merge-patch+json");

    public async Task<TreeObject> Apply(string path, string json, string manager) => Tree(
        await Host.Verbs.Run(
            new ApiRequest
            {
                Path = RequestPath.Parse(path),
                Verb = "patch",
                User = UserInfo.ApiServer,
                Body = System.Text.Encoding.UTF8.GetBytes(json),
                ContentType = "application/apply-patch+yaml",
                Query = QueryOptions.None with { FieldManager = manager },
            },
            CancellationToken.None));

    public async Task<TreeObject> Run(string verb, string path, string? json, UserInfo? user, string contentType = "", string query = "") => Tree(
        await Host.Verbs.Run(
            new ApiRequest
            {
                Path = RequestPath.Parse(path),
                Verb = verb,
                User = user ?? UserInfo.ApiServer,
                Body = json is null ? default : System.Text.Encoding.UTF8.GetBytes(json),
                ContentType = contentType,
                Query = query == "dryRun" ? QueryOptions.None with { DryRun = true } : QueryOptions.None,
            },
            CancellationToken.None));

    /// <summary>A pod that passes every check.</summary>
    public static string Pod(string name, string more = "", string metadata = "") =>
        $$"""{"metadata":{"name":"{{name}}"{{metadata}}},"spec":{"containers":[{"name":"c","image":"i"}]{{more}} } }""";

    public static async Task<ApiException> Refused(Func<Task> action) => await Assert.ThrowsAsync<ApiException>(action);

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await _store.DisposeAsync();
    }

    private static TreeObject Tree(VerbResult result) => result switch
    {
        VerbResult.Stored stored => JsonTreeReader.ReadTrusted(ServedJson.Bytes(stored.Resource, stored.Object).Span),
        VerbResult.Made made => made.Object,
        VerbResult.Empty empty => new TreeObject { ["code"] = TreeNumber.Of(empty.Code) },
        _ => throw new InvalidOperationException($"{result.GetType().Name} is no object"),
    };
}
