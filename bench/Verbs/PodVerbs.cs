using System.Globalization;
using BenchmarkDotNet.Attributes;
using CloudletK8s.ApiServer;
using CloudletK8s.ApiServer.Authentication;
using CloudletK8s.ApiServer.Requests;
using CloudletK8s.ApiServer.Verbs;
using CloudletK8s.Bench.Samples;
using CloudletK8s.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace CloudletK8s.Bench.Verbs;

/// <summary>Whole requests without HTTP: decoding, admission, rules, owners, the log over a table in memory.</summary>
[MemoryDiagnoser]
public class PodVerbs
{
    private const string Pods = $"/api/v1/namespaces/{SamplePod.Namespace}/pods";
    private const string Pod = $"{Pods}/patched";
    private static readonly QueryOptions Query = QueryOptions.None with { FieldManager = "bench" };
    private readonly ClusterStore _store = MemoryCluster.Open();
    private readonly byte[] _new = SamplePod.Sent("created");
    private ApiServerHost _host = null!;
    private int _count;

    [GlobalSetup]
    public void Setup() => Waited.For(Start());

    [GlobalCleanup]
    public void Cleanup() => Waited.For(_store.DisposeAsync().AsTask());

    /// <summary>Both, so that the store does not grow while it is measured.</summary>
    [Benchmark]
    public async Task CreateAndDelete()
    {
        await Run("create", Pods, _new, "application/json");
        await Run("delete", $"{Pods}/created", default, "");
    }

    [Benchmark]
    public Task MergePatch() => Run("patch", Pod, NextPatch(), "application/merge-patch+json");

    [Benchmark]
    public Task StrategicPatch() => Run("patch", Pod, NextPatch(), "application/strategic-merge-patch+json");

    [Benchmark]
    public Task Apply() => Run("patch", $"{Pods}/applied", SamplePod.Sent("applied", ++_count), "application/apply-patch+yaml");

    [Benchmark]
    public Task Get() => Run("get", Pod, default, "");

    private byte[] NextPatch() => System.Text.Encoding.UTF8.GetBytes(
        $$$$"""{"metadata":{"labels":{"revision":"{{{{(++_count).ToString(CultureInfo.InvariantCulture)}}}}"}}}""");

    private async Task Run(string verb, string path, ReadOnlyMemory<byte> body, string contentType)
    {
        var request = new ApiRequest
        {
            Path = RequestPath.Parse(path),
            Verb = verb,
            User = UserInfo.ApiServer,
            Query = Query,
            Body = body,
            ContentType = contentType,
        };
        if (await _host.Verbs.Run(request, CancellationToken.None) is not (VerbResult.Stored or VerbResult.Made))
            throw new InvalidOperationException($"{verb} {path} answered something else");
    }

    private async Task Start()
    {
        _host = ApiServerHost.Create(_store, new(), TimeProvider.System, NullLoggerFactory.Instance);
        await _host.Prepare(null, CancellationToken.None);
        await _host.Prepared;
        await Run("create", Pods, SamplePod.Sent("patched"), "application/json");
    }
}
