using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Tests.Clusters;

namespace CloudletK8s.ApiServer.Tests.Webhooks;

public sealed class ValidatingWebhook : IAsyncLifetime
{
    private TestCluster _cluster = null!;
    private WebhookServer _server = null!;

    public async Task InitializeAsync()
    {
        _cluster = await TestCluster.Start();
        _server = await WebhookServer.Start();
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _cluster.DisposeAsync();
    }

    [Fact]
    public async Task Denies_creations_updates_and_patches()
    {
        _server.Deny("/data", "the configmap contains unwanted key and value", request =>
            request.Object("object")?.Object("data")?.Text("webhook-e2e-test") == "webhook-disallow");
        await _cluster.Validate(Hooks.Hook("data", _server.Client("/data"), Hooks.Rule("configmaps", operations: "CREATE,UPDATE")));
        await _cluster.Create(Hooks.ConfigMaps, Hooks.ConfigMap("fine"));

        const string Unwanted = """{"webhook-e2e-test":"webhook-disallow"}""";
        var created = await TestCluster.Refused(() => _cluster.Create(Hooks.ConfigMaps, Hooks.ConfigMap("bad", Unwanted)));
        var updated = await TestCluster.Refused(() => _cluster.Update(Hooks.ConfigMaps + "/fine", Hooks.ConfigMap("fine", Unwanted)));
        var patched = await TestCluster.Refused(() => _cluster.Patch(Hooks.ConfigMaps + "/fine", $$"""{"data":{{Unwanted}} }"""));

        const string Message = "admission webhook \"data.example.com\" denied the request: the configmap contains unwanted key and value";
        Assert.Equal((400, Message), (created.Code, created.Message));
        Assert.Equal((Message, Message), (updated.Message, patched.Message));
        Assert.Null((await _cluster.Get(Hooks.ConfigMaps + "/fine")).Object("data"));
    }

    [Theory]
    [InlineData("""{"allowed":false}""", 400, "", "admission webhook \"x.example.com\" denied the request without explanation")]
    [InlineData("""{"allowed":false,"status":{"reason":"Forbidden","code":403}}""", 403, "Forbidden", "admission webhook \"x.example.com\" denied the request: Forbidden")]
    [InlineData("""{"allowed":false,"status":{"code":200,"message":"no"}}""", 400, "", "admission webhook \"x.example.com\" denied the request: no")]
    [InlineData("""{"allowed":true,"uid":"other"}""", 500, "InternalError", "Internal error occurred: failed calling webhook \"x.example.com\": received invalid webhook response: expected response.uid=\"UID\", got \"other\"")]
    [InlineData("""{"allowed":true,"patch":"W10="}""", 500, "InternalError", "Internal error occurred: failed calling webhook \"x.example.com\": received invalid webhook response: validating webhook may not return response.patch")]
    public async Task Is_answered_in_the_words_of_Kubernetes(string answer, int code, string reason, string message)
    {
        _server.On("/x", _ => WebhookServer.Json(answer));
        await _cluster.Validate(Hooks.Hook("x", _server.Client("/x"), Hooks.Rule("configmaps")));

        var refused = await TestCluster.Refused(() => _cluster.Create(Hooks.ConfigMaps, Hooks.ConfigMap("a")));

        var asked = _server.Asked.Single().Review.Object("request")!.Text("uid")!;
        Assert.Equal((code, reason, message), (refused.Code, refused.Reason, refused.Message.Replace(asked, "UID", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Sees_what_the_request_is_about()
    {
        _server.Deny("/see", "", _ => false);
        await _cluster.Validate(Hooks.Hook("see", _server.Client("/see"), Hooks.Rule("configmaps", operations: "UPDATE,DELETE")));
        await _cluster.Create(Hooks.ConfigMaps, Hooks.ConfigMap("a", """{"k":"1"}"""));
        await _cluster.Patch(Hooks.ConfigMaps + "/a", """{"data":{"k":"2"}}""");
        await _cluster.Delete(Hooks.ConfigMaps + "/a");

        var reviews = _server.Asked.Select(asked => asked.Review).ToArray();
        Assert.Equal(2, reviews.Length);
        Assert.Equal("admission.k8s.io/v1 AdmissionReview", $"{reviews[0].Text("apiVersion")} {reviews[0].Text("kind")}");
        var update = reviews[0].Object("request")!;
        Assert.Equal("UPDATE default/a", $"{update.Text("operation")} {update.Text("namespace")}/{update.Text("name")}");
        Assert.Equal("/v1 configmaps, /v1 ConfigMap", $"{update.Object("resource")!.Text("group")}/{update.Object("resource")!.Text("version")} {update.Object("resource")!.Text("resource")}, {update.Object("requestKind")!.Text("group")}/{update.Object("kind")!.Text("version")} {update.Object("kind")!.Text("kind")}");
        Assert.Equal("1 2", $"{update.Object("oldObject")!.Object("data")!.Text("k")} {update.Object("object")!.Object("data")!.Text("k")}");
        Assert.Equal("v1 ConfigMap", $"{update.Object("object")!.Text("apiVersion")} {update.Object("object")!.Text("kind")}");
        Assert.Equal("UpdateOptions", update.Object("options")!.Text("kind"));
        Assert.Contains("system:masters", update.Object("userInfo")!.List("groups")!.Texts());
        var delete = reviews[1].Object("request")!;
        Assert.Equal("DELETE", delete.Text("operation"));
        Assert.Same(TreeNull.Instance, delete["object"]);
        Assert.Equal("2 DeleteOptions False", $"{delete.Object("oldObject")!.Object("data")!.Text("k")} {delete.Object("options")!.Text("kind")} {delete.Flag("dryRun")}");
    }

    [Fact]
    public async Task Spares_namespaces_and_objects_that_it_does_not_select()
    {
        _server.Deny("/no", "no", _ => true);
        await _cluster.Create("/api/v1/namespaces", """{"metadata":{"name":"free","labels":{"skip":"yes"}}}""");
        await _cluster.Validate(Hooks.Hook(
            "no",
            _server.Client("/no"),
            Hooks.Rule("configmaps"),
            ""","namespaceSelector":{"matchExpressions":[{"key":"skip","operator":"NotIn","values":["yes"]}]},"objectSelector":{"matchLabels":{"checked":"yes"}}"""));
        const string Labelled = """{"metadata":{"name":"a","labels":{"checked":"yes"}}}""";

        await _cluster.Create("/api/v1/namespaces/free/configmaps", Labelled);
        await _cluster.Create(Hooks.ConfigMaps, Hooks.ConfigMap("unlabelled"));

        await TestCluster.Refused(() => _cluster.Create(Hooks.ConfigMaps, Labelled));
    }

    [Fact]
    public async Task Is_skipped_where_a_condition_does_not_hold()
    {
        _server.Deny("/no", "no", _ => true);
        await _cluster.Validate(Hooks.Hook(
            "no", _server.Client("/no"), Hooks.Rule("configmaps"),
            ""","matchConditions":[{"name":"skip","expression":"request.operation != 'CREATE' || object.metadata.name != 'skip-me'"},{"name":"may","expression":"!authorizer.group('').resource('configmaps').namespace('default').check('delete').allowed() || object.metadata.name != 'other'"}]"""));

        await _cluster.Create(Hooks.ConfigMaps, Hooks.ConfigMap("skip-me"));
        await _cluster.Create(Hooks.ConfigMaps, Hooks.ConfigMap("other"));

        await TestCluster.Refused(() => _cluster.Create(Hooks.ConfigMaps, Hooks.ConfigMap("any")));
    }

    [Theory]
    [InlineData("Fail", true)]
    [InlineData("Ignore", false)]
    public async Task Fails_as_its_policy_says_when_a_condition_has_no_value(string policy, bool refused)
    {
        _server.Deny("/no", "not to be called", _ => true);
        await _cluster.Validate(Hooks.Hook(
            "no", _server.Client("/no"), Hooks.Rule("configmaps"),
            $$""","failurePolicy":"{{policy}}","matchConditions":[{"name":"broken","expression":"object.data.absent == 'x'"}]"""));

        var create = () => _cluster.Create(Hooks.ConfigMaps, Hooks.ConfigMap("a", """{"k":"v"}"""));

        if (!refused)
            await create();
        else
            Assert.Equal(
                "configmaps \"a\" is forbidden: expression 'object.data.absent == 'x'' resulted in error: no such key: absent",
                (await TestCluster.Refused(create)).Message);
        Assert.Empty(_server.Asked);
    }

    [Fact]
    public async Task Is_about_nothing_without_rules()
    {
        await _cluster.Validate($$"""{"name":"x.example.com","clientConfig":{{_server.Client("/x")}},"sideEffects":"None","admissionReviewVersions":["v1"]}""");

        await _cluster.Create(Hooks.ConfigMaps, Hooks.ConfigMap("a"));

        Assert.Empty(_server.Asked);
    }

    [Fact]
    public async Task Warns_the_client()
    {
        _server.On("/warn", _ => WebhookServer.Json("""{"allowed":true,"warnings":["think twice"],"auditAnnotations":{"k":"v"}}"""));
        await _cluster.Validate(Hooks.Hook("warn", _server.Client("/warn"), Hooks.Rule("configmaps")));
        var request = new Requests.ApiRequest
        {
            Path = Requests.RequestPath.Parse(Hooks.ConfigMaps),
            Verb = "create",
            User = Authentication.UserInfo.ApiServer,
            Body = System.Text.Encoding.UTF8.GetBytes(Hooks.ConfigMap("a")),
        };

        await _cluster.Host.Verbs.Run(request, CancellationToken.None);

        Assert.Equal(["think twice"], request.Warnings);
    }

    [Fact]
    public async Task Denies_the_creation_of_definitions()
    {
        _server.Deny("/crd", "the crd contains unwanted label", request => request.Object("object")!.Object("metadata", "labels")?.Has("bad") == true);
        await _cluster.Validate(Hooks.Hook("crd", _server.Client("/crd"), Hooks.Rule("customresourcedefinitions", "apiextensions.k8s.io", "*", "CREATE")));
        var definition = CustomResources.Definitions.CronTab();

        await TestCluster.Refused(() => _cluster.Create(
            CustomResources.Definitions.Path, definition.Replace("\"metadata\":{", "\"metadata\":{\"labels\":{\"bad\":\"yes\"},", StringComparison.Ordinal)));

        await _cluster.Create(CustomResources.Definitions.Path, definition);
    }

    [Fact]
    public async Task Denies_every_change_of_custom_resources()
    {
        await _cluster.Create(CustomResources.Definitions.Path, CustomResources.Definitions.CronTab());
        _server.Deny("/cr", "not allowed", request => (request.Object("object") ?? request.Object("oldObject"))!.Object("spec")!.Text("image") == "bad");
        await _cluster.Create(CustomResources.Definitions.CronTabs, CustomResources.Definitions.Object("old", """{"image":"bad"}"""));
        await _cluster.Create(CustomResources.Definitions.CronTabs, CustomResources.Definitions.Object("fine", """{"image":"good"}"""));
        await _cluster.Validate(Hooks.Hook("cr", _server.Client("/cr"), Hooks.Rule("crontabs", "stable.example.com", "*")));

        var created = await TestCluster.Refused(() => _cluster.Create(CustomResources.Definitions.CronTabs, CustomResources.Definitions.Object("new", """{"image":"bad"}""")));
        var updated = await TestCluster.Refused(() => _cluster.Patch(CustomResources.Definitions.CronTabs + "/fine", """{"spec":{"image":"bad"}}"""));
        var deleted = await TestCluster.Refused(() => _cluster.Delete(CustomResources.Definitions.CronTabs + "/old"));

        Assert.All([created, updated, deleted], refused => Assert.Equal("admission webhook \"cr.example.com\" denied the request: not allowed", refused.Message));
        await _cluster.Delete(CustomResources.Definitions.CronTabs + "/fine");
    }

    [Fact]
    public async Task Denies_to_attach_to_a_pod()
    {
        await _cluster.Create(Hooks.Pods, TestCluster.Pod("to-be-attached-pod"));
        _server.Deny("/attach", "attaching to pod 'to-be-attached-pod' is not allowed", request =>
            request.Object("object") is { } options && options.Text("kind") == "PodAttachOptions" && options.Flag("stdin") == true
            && request.Text("subResource") == "attach" && request.Text("operation") == "CONNECT" && request.Text("name") == "to-be-attached-pod");
        await _cluster.Validate(Hooks.Hook("attach", _server.Client("/attach"), Hooks.Rule("pods/attach", operations: "CONNECT")));
        var request = new Requests.ApiRequest
        {
            Path = Requests.RequestPath.Parse(Hooks.Pods + "/to-be-attached-pod/attach"),
            Verb = "create",
            User = Authentication.UserInfo.ApiServer,
            QueryText = "?container=c&stdin=true",
        };

        var refused = await TestCluster.Refused(async () => await _cluster.Host.Verbs.Run(request, CancellationToken.None));

        Assert.Equal("admission webhook \"attach.example.com\" denied the request: attaching to pod 'to-be-attached-pod' is not allowed", refused.Message);
    }

    [Fact]
    public async Task Sees_what_travels_to_subresources()
    {
        _server.Deny("/see", "", _ => false);
        await _cluster.Create("/apis/apps/v1/namespaces/default/deployments", """{"metadata":{"name":"d"},"spec":{"replicas":1,"selector":{"matchLabels":{"a":"b"}},"template":{"metadata":{"labels":{"a":"b"}},"spec":{"containers":[{"name":"c","image":"i"}]}}}}""");
        await _cluster.Create(Hooks.Pods, TestCluster.Pod("p"));
        await _cluster.Create("/api/v1/nodes", """{"metadata":{"name":"n"}}""");
        await _cluster.Validate(Hooks.Hook("see", _server.Client("/see"), """{"operations":["*"],"apiGroups":["","apps"],"apiVersions":["v1"],"resources":["pods/binding","pods/eviction","pods/status","deployments/scale"]}"""));

        await _cluster.Patch("/apis/apps/v1/namespaces/default/deployments/d/scale", """{"spec":{"replicas":3}}""");
        await _cluster.Create(Hooks.Pods + "/p/binding", """{"metadata":{"name":"p"},"target":{"kind":"Node","name":"n"}}""");
        await _cluster.Patch(Hooks.Pods + "/p/status", """{"status":{"phase":"Running"}}""");
        await _cluster.Create(Hooks.Pods + "/p/eviction", """{"metadata":{"name":"p"}}""");

        Assert.Equal(
            [
                "UPDATE deployments/scale autoscaling/v1 Scale 3", "CREATE pods/binding /v1 Binding ", "UPDATE pods/status /v1 Pod ",
                "CREATE pods/eviction policy/v1 Eviction ",
            ],
            _server.Asked.Select(asked => asked.Review.Object("request")!).Select(request =>
                $"{request.Text("operation")} {request.Object("resource")!.Text("resource")}/{request.Text("subResource")} {request.Object("kind")!.Text("group")}/{request.Object("kind")!.Text("version")} {request.Object("object")!.Text("kind")} {request.Object("object")!.Object("spec")?["replicas"]}"));
    }

    [Fact]
    public async Task Is_no_longer_asked_once_it_is_gone()
    {
        _server.Deny("/no", "no", _ => true);
        await _cluster.Validate(Hooks.Hook("no", _server.Client("/no"), Hooks.Rule("configmaps")));
        await TestCluster.Refused(() => _cluster.Create(Hooks.ConfigMaps, Hooks.ConfigMap("a")));

        await _cluster.Patch(Hooks.Validating + "/v", $$"""{"webhooks":[{{Hooks.Hook("no", _server.Client("/no"), Hooks.Rule("configmaps", operations: "DELETE"))}}]}""");
        await _cluster.Create(Hooks.ConfigMaps, Hooks.ConfigMap("a"));
        await TestCluster.Refused(() => _cluster.Delete(Hooks.ConfigMaps + "/a"));
        await _cluster.Delete(Hooks.Validating + "/v");

        await _cluster.Delete(Hooks.ConfigMaps + "/a");
    }
}
