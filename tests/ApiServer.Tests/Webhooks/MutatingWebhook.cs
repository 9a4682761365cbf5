using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.ApiServer.Tests.Clusters;
using CloudletK8s.ApiServer.Tests.CustomResources;

namespace CloudletK8s.ApiServer.Tests.Webhooks;

public sealed class MutatingWebhook : IAsyncLifetime
{
    private TestCluster _cluster = null!;
    private WebhookServer _server = null!;

    public async Task InitializeAsync()
    {
        _cluster = await TestCluster.Start();
        _server = await WebhookServer.Start();
        _server.Patch("/one", request => Data(request).Text("mutation-start") == "yes" && !Data(request).Has("mutation-stage-1")
            ? """[{"op":"add","path":"/data/mutation-stage-1","value":"yes"}]"""
            : null);
        _server.Patch("/two", request => Data(request).Text("mutation-stage-1") == "yes" && !Data(request).Has("mutation-stage-2")
            ? """[{"op":"add","path":"/data/mutation-stage-2","value":"yes"}]"""
            : null);
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _cluster.DisposeAsync();
    }

    [Fact]
    public async Task Changes_an_object_one_after_the_other()
    {
        await _cluster.Mutate(
            Hooks.Hook("one", _server.Client("/one"), Hooks.Rule("configmaps", operations: "CREATE")),
            Hooks.Hook("two", _server.Client("/two"), Hooks.Rule("configmaps", operations: "CREATE")));

        var made = await _cluster.Create(Hooks.ConfigMaps, Hooks.ConfigMap("a", """{"mutation-start":"yes"}"""));

        Assert.Equal("""{"mutation-stage-1":"yes","mutation-stage-2":"yes","mutation-start":"yes"}""", JsonTreeWriter.ToText(made["data"]!));
        Assert.Equal("a", made.Object("metadata")!.Text("name"));
        Assert.True((await _cluster.Get(Hooks.ConfigMaps + "/a")).SameAs(made));
    }

    [Theory]
    [InlineData("IfNeeded", 3, true)]
    [InlineData("Never", 2, false)]
    public async Task Is_called_again_after_others_only_where_it_wants_that(string policy, int calls, bool changed)
    {
        await _cluster.Mutate(
            Hooks.Hook("two", _server.Client("/two"), Hooks.Rule("configmaps"), $$""","reinvocationPolicy":"{{policy}}" """),
            Hooks.Hook("one", _server.Client("/one"), Hooks.Rule("configmaps")));

        var made = await _cluster.Create(Hooks.ConfigMaps, Hooks.ConfigMap("a", """{"mutation-start":"yes"}"""));

        Assert.Equal(changed, made.Object("data")!.Has("mutation-stage-2"));
        Assert.Equal(calls, _server.Asked.Count);
    }

    [Fact]
    public async Task Leaves_defaults_to_the_server()
    {
        _server.Patch("/pod", _ => """[{"op":"add","path":"/spec/initContainers","value":[{"image":"webhook-added-image","name":"webhook-added-init-container","resources":{}}]}]""");
        await _cluster.Create("/api/v1/namespaces/default/serviceaccounts", """{"metadata":{"name":"default"}}""");
        await _cluster.Mutate(Hooks.Hook("pod", _server.Client("/pod"), Hooks.Rule("pods", operations: "CREATE")));

        var pod = await _cluster.Create(Hooks.Pods, TestCluster.Pod("p"));

        var added = pod.Object("spec")!.List("initContainers")!.Objects().Single();
        Assert.Equal("webhook-added-init-container File", $"{added.Text("name")} {added.Text("terminationMessagePolicy")}");
        Assert.Contains(added.List("volumeMounts")?.Objects() ?? [], mount => mount.Text("mountPath") == "/var/run/secrets/kubernetes.io/serviceaccount");
    }

    [Fact]
    public async Task Changes_custom_resources_within_their_schema()
    {
        await _cluster.Create(Definitions.Path, Definitions.CronTab());
        _server.Patch("/cr", _ => """[{"op":"add","path":"/spec/image","value":"mutated"},{"op":"add","path":"/spec/unknown","value":"x"}]""");
        await _cluster.Mutate(Hooks.Hook("cr", _server.Client("/cr"), Hooks.Rule("crontabs", "stable.example.com", "v1")));

        var made = await _cluster.Create(Definitions.CronTabs, Definitions.Object("a", "{}"));

        Assert.Equal("mutated", made.Object("spec")!.Text("image"));
        Assert.False(made.Object("spec")!.Has("unknown"));
    }

    [Fact]
    public async Task Goes_on_when_another_version_is_stored()
    {
        const string Second = """,{"name":"v2","served":true,"storage":false,"schema":{"openAPIV3Schema":{"type":"object","properties":{"spec":{"type":"object","x-kubernetes-preserve-unknown-fields":true}}}}}""";
        await _cluster.Create(Definitions.Path, Definitions.CronTab(versions: Second));
        _server.Patch("/cr", request => request.Object("object")!.Object("metadata", "labels")?.Has("seen") == true
            ? null
            : """[{"op":"add","path":"/metadata/labels","value":{"seen":"yes"}}]""");
        await _cluster.Mutate(Hooks.Hook("cr", _server.Client("/cr"), Hooks.Rule("crontabs", "stable.example.com", "v1", "CREATE,UPDATE")));
        await _cluster.Create(Definitions.CronTabs, Definitions.Object("a", """{"image":"i"}"""));
        var definition = await _cluster.Get(Definitions.Path + "/crontabs.stable.example.com");
        var versions = definition.Object("spec")!.List("versions")!.Objects().ToArray();
        versions[0].Set("storage", false);
        versions[1].Set("storage", true);
        await _cluster.Update(Definitions.Path + "/crontabs.stable.example.com", JsonTreeWriter.ToText(definition));

        var patched = await _cluster.Patch("/apis/stable.example.com/v2/namespaces/default/crontabs/a", """{"spec":{"image":"j"}}""");

        Assert.Equal("stable.example.com/v2 j yes", $"{patched.Text("apiVersion")} {patched.Object("spec")!.Text("image")} {patched.Object("metadata", "labels")!.Text("seen")}");
        Assert.All(_server.Asked, asked => Assert.Equal("v1", asked.Review.Object("request")!.Object("kind")!.Text("version")));
    }

    [Fact]
    public async Task Sees_the_version_that_it_asks_for()
    {
        _server.Patch("/scaler", request => request.Object("object")!.Object("spec")!.Has("targetCPUUtilizationPercentage")
            ? """[{"op":"replace","path":"/spec/targetCPUUtilizationPercentage","value":70}]"""
            : null);
        await _cluster.Mutate(Hooks.Hook("scaler", _server.Client("/scaler"), Hooks.Rule("horizontalpodautoscalers", "autoscaling", "v1")));

        var made = await _cluster.Create(
            "/apis/autoscaling/v2/namespaces/default/horizontalpodautoscalers",
            """{"metadata":{"name":"h"},"spec":{"maxReplicas":3,"scaleTargetRef":{"kind":"Deployment","name":"d","apiVersion":"apps/v1"},"metrics":[{"type":"Resource","resource":{"name":"cpu","target":{"type":"Utilization","averageUtilization":50}}}]}}""");

        Assert.Equal(70, made.Object("spec")!.List("metrics")!.Objects().Single().Object("resource", "target")!.Whole("averageUtilization"));
        var request = _server.Asked.Single().Review.Object("request")!;
        Assert.Equal("v1 v2", $"{request.Object("kind")!.Text("version")} {request.Object("requestKind")!.Text("version")}");
    }

    [Fact]
    public async Task Is_not_asked_about_other_versions_when_it_wants_exactly_one()
    {
        await _cluster.Mutate(Hooks.Hook("scaler", _server.Client("/one"), Hooks.Rule("horizontalpodautoscalers", "autoscaling", "v1"), ""","matchPolicy":"Exact" """));

        await _cluster.Create(
            "/apis/autoscaling/v2/namespaces/default/horizontalpodautoscalers",
            """{"metadata":{"name":"h"},"spec":{"maxReplicas":3,"scaleTargetRef":{"kind":"Deployment","name":"d","apiVersion":"apps/v1"}}}""");

        Assert.Empty(_server.Asked);
    }

    [Theory]
    [InlineData("""[{"op":"remove","path":"/data/absent"}]""", "")]
    [InlineData("""[{"op":"replace","path":"/metadata/name","value":"other"}]""", "")]
    [InlineData("""[{"op":"add","path":"/data","value":7}]""", "Internal error occurred: ")]
    public async Task Cannot_make_something_impossible_of_an_object(string patch, string message)
    {
        _server.Patch("/bad", _ => patch);
        await _cluster.Create(Hooks.ConfigMaps, Hooks.ConfigMap("a", """{"k":"1"}"""));
        await _cluster.Mutate(Hooks.Hook("bad", _server.Client("/bad"), Hooks.Rule("configmaps")));

        var refused = await TestCluster.Refused(() => _cluster.Patch(Hooks.ConfigMaps + "/a", """{"data":{"k":"2"}}"""));

        Assert.StartsWith(message, refused.Message);
        Assert.Equal("1", (await _cluster.Get(Hooks.ConfigMaps + "/a")).Object("data")!.Text("k"));
    }

    [Fact]
    public async Task Cannot_change_what_is_deleted()
    {
        _server.Patch("/all", _ => """[{"op":"add","path":"/metadata/labels","value":{}}]""");
        await _cluster.Create(Hooks.ConfigMaps, Hooks.ConfigMap("a"));
        await _cluster.Mutate(Hooks.Hook("all", _server.Client("/all"), Hooks.Rule("configmaps", operations: "DELETE")));

        var refused = await TestCluster.Refused(() => _cluster.Delete(Hooks.ConfigMaps + "/a"));

        Assert.Equal(
            "Internal error occurred: admission webhook \"all.example.com\" attempted to modify the object, which is not supported for this operation",
            refused.Message);
    }

    [Fact]
    public async Task Has_no_say_about_configurations_of_webhooks()
    {
        _server.Patch("/all", _ => """[{"op":"add","path":"/metadata/labels","value":{"mutated":"yes"}}]""");
        _server.Deny("/no", "no", _ => true);
        await _cluster.Mutate(Hooks.Hook("all", _server.Client("/all"), Hooks.Rule("*", "admissionregistration.k8s.io", "*")));
        await _cluster.Validate(Hooks.Hook("no", _server.Client("/no"), Hooks.Rule("*", "admissionregistration.k8s.io", "*")));

        var made = await _cluster.Create(Hooks.Validating, Hooks.Configuration("other", Hooks.Hook("x", _server.Client("/x"), Hooks.Rule("x", "x"))));
        await _cluster.Delete(Hooks.Validating + "/other");

        Assert.False(made.Object("metadata", "labels")!.Has("mutated"));
        Assert.Empty(_server.Asked);
    }

    [Fact]
    public async Task Is_gone_with_the_collection_of_its_configuration()
    {
        for (var i = 0; i < 10; i++)
            await _cluster.Create(Hooks.Mutating, Hooks.Configuration($"m{i}", Hooks.Hook("one", _server.Client("/one"), Hooks.Rule("configmaps"))));
        var before = await _cluster.Create(Hooks.ConfigMaps, Hooks.ConfigMap("a", """{"mutation-start":"yes"}"""));

        await _cluster.Host.Verbs.Run(
            new Requests.ApiRequest
            {
                Path = Requests.RequestPath.Parse(Hooks.Mutating),
                Verb = "deletecollection",
                User = Authentication.UserInfo.ApiServer,
                Query = Requests.QueryOptions.None with { LabelSelector = "test=yes" },
            },
            CancellationToken.None);

        Assert.True(before.Object("data")!.Has("mutation-stage-1"));
        Assert.False((await _cluster.Create(Hooks.ConfigMaps, Hooks.ConfigMap("b", """{"mutation-start":"yes"}"""))).Object("data")!.Has("mutation-stage-1"));
    }

    private static TreeObject Data(TreeObject request) => request.Object("object")?.Object("data") ?? new();
}
