using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.ApiServer.Tests.Clusters;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Tests.Webhooks;

public sealed class WebhookThatIsOutOfReach : IAsyncLifetime
{
    private const string Service = """{"service":{"namespace":"default","name":"hook","path":"/no","port":8443}""";

    private TestCluster _cluster = null!;
    private WebhookServer _server = null!;

    public async Task InitializeAsync()
    {
        _cluster = await TestCluster.Start();
        _server = await WebhookServer.Start();
        _server.Deny("/no", "no", _ => true);
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _cluster.DisposeAsync();
    }

    [Fact]
    public async Task Refuses_everything_when_it_is_not_trusted()
    {
        await _cluster.Validate(Hooks.Hook("no", $$"""{"url":"https://localhost:{{_server.Port}}/no"}""", Hooks.Rule("configmaps")));

        var refused = await TestCluster.Refused(() => _cluster.Create(Hooks.ConfigMaps, Hooks.ConfigMap("a")));

        Assert.Equal((500, "InternalError"), (refused.Code, refused.Reason));
        Assert.Equal(
            $"Internal error occurred: failed calling webhook \"no.example.com\": failed to call webhook: Post \"https://localhost:{_server.Port}/no?timeout=10s\": tls: failed to verify certificate: x509: certificate signed by unknown authority",
            refused.Message);
    }

    [Fact]
    public async Task Is_not_taken_for_another()
    {
        await _cluster.Validate(Hooks.Hook("no", $$"""{"url":"https://127.0.0.1:{{_server.Port}}/no","caBundle":"{{_server.CaBundle}}"}""", Hooks.Rule("configmaps")));

        var refused = await TestCluster.Refused(() => _cluster.Create(Hooks.ConfigMaps, Hooks.ConfigMap("a")));

        Assert.EndsWith("x509: certificate is valid for localhost, hook.default.svc, not 127.0.0.1", refused.Message);
    }

    [Theory]
    [InlineData(1, "Fail", true)]
    [InlineData(1, "Ignore", false)]
    public async Task Is_waited_for_no_longer_than_its_timeout(int seconds, string policy, bool isRefused)
    {
        await _cluster.Validate(Hooks.Hook(
            "hang", _server.Client(WebhookServer.Hang), Hooks.Rule("configmaps"), $$""","timeoutSeconds":{{seconds}},"failurePolicy":"{{policy}}" """));
        var started = TimeProvider.System.GetTimestamp();

        var create = () => _cluster.Create(Hooks.ConfigMaps, Hooks.ConfigMap("a"));

        if (isRefused)
        {
            Assert.EndsWith(
                $"Post \"https://localhost:{_server.Port}/hang?timeout={seconds}s\": context deadline exceeded", (await TestCluster.Refused(create)).Message);
        }
        else
        {
            await create();
        }

        Assert.InRange(TimeProvider.System.GetElapsedTime(started), TimeSpan.FromSeconds(0.9 * seconds), TimeSpan.FromSeconds(seconds + 20));
    }

    [Fact]
    public async Task Does_not_keep_its_own_configuration_from_being_deleted()
    {
        await _cluster.Validate(Hooks.Hook("all", """{"url":"https://localhost:1/x"}""", Hooks.Rule("*/*", "*", "*")));
        Assert.EndsWith("connection refused", (await TestCluster.Refused(() => _cluster.Create(Hooks.ConfigMaps, Hooks.ConfigMap("a")))).Message);

        await _cluster.Delete(Hooks.Validating + "/v");

        await _cluster.Create(Hooks.ConfigMaps, Hooks.ConfigMap("a"));
    }

    [Fact]
    public async Task Says_which_path_answered_with_an_error()
    {
        await _cluster.Validate(Hooks.Hook("x", _server.Client("/nobody"), Hooks.Rule("configmaps")));

        var refused = await TestCluster.Refused(() => _cluster.Create(Hooks.ConfigMaps, Hooks.ConfigMap("a")));

        Assert.Equal(
            "Internal error occurred: failed calling webhook \"x.example.com\": failed to call webhook: the server could not find the requested resource",
            refused.Message);
    }

    [Fact]
    public async Task Is_found_behind_a_service()
    {
        await _cluster.Validate(Hooks.Hook("no", $$"""{{Service}},"caBundle":"{{_server.CaBundle}}"}""", Hooks.Rule("configmaps")));
        Assert.EndsWith("Post \"https://hook.default.svc:8443/no?timeout=10s\": service \"hook\" not found", await Refusal());

        await _cluster.Create("/api/v1/namespaces/default/services", """{"metadata":{"name":"hook"},"spec":{"ports":[{"name":"https","port":443}]}}""");
        Assert.EndsWith("no service port 8443 found for service \"hook\"", await Refusal());

        await _cluster.Patch("/api/v1/namespaces/default/services/hook", """{"spec":{"ports":[{"name":"https","port":8443,"targetPort":9}]}}""");
        await Slice(ready: false);
        Assert.EndsWith("no endpoints available for service \"hook\"", await Refusal());

        await Slice(ready: true);
        Assert.Equal("admission webhook \"no.example.com\" denied the request: no", await Refusal());
    }

    [Fact]
    public async Task Is_found_by_the_name_of_an_external_service()
    {
        await _cluster.Create("/api/v1/namespaces/default/services", """{"metadata":{"name":"hook"},"spec":{"type":"ExternalName","externalName":"localhost"}}""");
        await _cluster.Validate(Hooks.Hook(
            "no", $$"""{"service":{"namespace":"default","name":"hook","path":"/no","port":{{_server.Port}} },"caBundle":"{{_server.CaBundle}}"}""", Hooks.Rule("configmaps")));

        Assert.Equal("admission webhook \"no.example.com\" denied the request: no", await Refusal());
    }

    [Fact]
    public async Task Is_not_called_at_all_when_nothing_is_to_change()
    {
        await _cluster.Create(Hooks.Validating, Hooks.Configuration("v", Hooks.Hook("no", _server.Client("/no"), Hooks.Rule("configmaps"))));
        var stored = await _cluster.Store.Resource("validatingwebhookconfigurations.admissionregistration.k8s.io").Get(new("", "v"), CancellationToken.None);
        var old = System.Text.Encoding.UTF8.GetString(stored!.Json.Span).Replace("\"sideEffects\":\"None\"", "\"sideEffects\":\"Some\"", StringComparison.Ordinal);
        await Commit("validatingwebhookconfigurations.admissionregistration.k8s.io", new("", "v"), WebhookServer.Json(old));

        var refused = await TestCluster.Refused(() => _cluster.Run("create", Hooks.ConfigMaps, Hooks.ConfigMap("a"), null, query: "dryRun"));

        Assert.Equal((400, "admission webhook \"no.example.com\" does not support dry run"), (refused.Code, refused.Message));
        Assert.Empty(_server.Asked);
    }

    private async Task<string> Refusal() => (await TestCluster.Refused(() => _cluster.Create(Hooks.ConfigMaps, Hooks.ConfigMap("a")))).Message;

    /// <summary>The API refuses addresses of the loopback, which is all that a test may listen on.</summary>
    private Task Slice(bool ready) => Commit("endpointslices.discovery.k8s.io", new("default", "hook-1"), WebhookServer.Json(
        $$"""
        {"kind":"EndpointSlice","apiVersion":"discovery.k8s.io/v1","metadata":{"name":"hook-1","namespace":"default","labels":{"kubernetes.io/service-name":"hook"} },
         "addressType":"IPv4","endpoints":[{"addresses":["127.0.0.1"],"conditions":{"ready":{{(ready ? "true" : "false")}} } }],"ports":[{"name":"https","port":{{_server.Port}} }]}
        """));

    private async Task Commit(string resource, ObjectKey key, TreeObject tree)
    {
        var store = _cluster.Store.Resource(resource);
        var existing = await store.Get(key, CancellationToken.None);
        var (json, offset) = JsonTreeWriter.WriteForStore(tree);
        Assert.IsType<CommitResult.Committed>(await store.Commit(
            new(existing is null ? ChangeType.Added : ChangeType.Modified, key) { Json = json, RevisionOffset = offset, ExpectedRevision = existing?.Revision ?? 0 },
            CancellationToken.None));
    }
}
