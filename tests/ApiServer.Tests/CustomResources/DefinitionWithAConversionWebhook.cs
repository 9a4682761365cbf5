using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.ApiServer.Authentication;
using CloudletK8s.ApiServer.Requests;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.ApiServer.Tests.Clusters;
using CloudletK8s.ApiServer.Tests.Webhooks;
using CloudletK8s.ApiServer.Verbs;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Tests.CustomResources;

public sealed class DefinitionWithAConversionWebhook : IAsyncLifetime
{
    private const string Definition = Definitions.Path + "/hosts.stable.example.com";
    private const string First = "/apis/stable.example.com/v1/namespaces/default/hosts";
    private const string Second = "/apis/stable.example.com/v2/namespaces/default/hosts";
    private TestCluster _cluster = null!;
    private WebhookServer _server = null!;

    /// <summary>v1 has "hostPort", v2 has "host" and "port".</summary>
    public async Task InitializeAsync()
    {
        _cluster = await TestCluster.Start();
        _server = await WebhookServer.Start();
        _server.OnRaw("/convert", review => Answer(review, Converted));
        await _cluster.Create(Definitions.Path, Host(_server.Client("/convert"), storage: "v1"));
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _cluster.DisposeAsync();
    }

    [Fact]
    public async Task Shows_its_objects_in_every_version()
    {
        await _cluster.Create(First, """{"apiVersion":"stable.example.com/v1","kind":"Host","metadata":{"name":"a"},"hostPort":"localhost:1234"}""");

        var shown = await _cluster.Get(Second + "/a");

        Assert.Equal("stable.example.com/v2 localhost 1234", $"{shown.Text("apiVersion")} {shown.Text("host")} {shown.Text("port")}");
        Assert.False(shown.Has("hostPort"));
        Assert.Equal((await _cluster.Get(First + "/a")).Object("metadata")!.Text("resourceVersion"), shown.Object("metadata")!.Text("resourceVersion"));
    }

    [Fact]
    public async Task Stores_what_it_is_sent_in_another_version()
    {
        var made = await _cluster.Create(Second, """{"apiVersion":"stable.example.com/v2","kind":"Host","metadata":{"name":"a"},"host":"h","port":"1"}""");
        var patched = await _cluster.Patch(Second + "/a", """{"port":"2"}""");
        var updated = await _cluster.Update(Second + "/a", JsonTreeWriter.ToText(Changed(patched, "host", "other")));
        var applied = await _cluster.Apply(Second + "/b", """{"apiVersion":"stable.example.com/v2","kind":"Host","host":"x","port":"9"}""", "me");

        Assert.Equal("h 1", $"{made.Text("host")} {made.Text("port")}");
        Assert.Equal("other 2", $"{updated.Text("host")} {updated.Text("port")}");
        Assert.Equal("x 9", $"{applied.Text("host")} {applied.Text("port")}");
        Assert.Equal("other:2", (await _cluster.Get(First + "/a")).Text("hostPort"));
        var managers = updated.Object("metadata")!.List("managedFields")!.Objects();
        Assert.All(managers, manager => Assert.Equal("stable.example.com/v2", manager.Text("apiVersion")));
        Assert.Contains("stable.example.com/v1", System.Text.Encoding.UTF8.GetString((await Stored("a")).Json.Span[..60]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_objects_that_are_stored_in_different_versions()
    {
        await _cluster.Create(First, """{"apiVersion":"stable.example.com/v1","kind":"Host","metadata":{"name":"a"},"hostPort":"one:1"}""");
        await _cluster.Update(Definition, Host(_server.Client("/convert"), storage: "v2", version: await Version()));
        await _cluster.Create(Second, """{"apiVersion":"stable.example.com/v2","kind":"Host","metadata":{"name":"b"},"host":"two","port":"2"}""");

        var second = await List(Second);
        var first = await List(First);

        Assert.Equal(["a one 1", "b two 2"], second.Select(item => $"{item.Object("metadata")!.Text("name")} {item.Text("host")} {item.Text("port")}"));
        Assert.Equal(["one:1", "two:2"], first.Select(item => item.Text("hostPort")));
        Assert.All(second, item => Assert.Equal("stable.example.com/v2", item.Text("apiVersion")));
    }

    [Fact]
    public async Task Is_asked_once_for_each_state_of_an_object()
    {
        for (var i = 0; i < 20; i++)
            await _cluster.Create(First, $$"""{"apiVersion":"stable.example.com/v1","kind":"Host","metadata":{"name":"h{{i}}"},"hostPort":"h:{{i}}"}""");
        Assert.Empty(_server.Asked);

        for (var i = 0; i < 3; i++)
            Assert.Equal(20, (await List(Second)).Count);

        Assert.Equal(20, Assert.Single(_server.Asked).Review.Object("request")!.List("objects")!.Count);
    }

    [Fact]
    public async Task Is_watched_in_every_version()
    {
        await _cluster.Create(First, """{"apiVersion":"stable.example.com/v1","kind":"Host","metadata":{"name":"a"},"hostPort":"one:1"}""");
        var watch = Assert.IsType<VerbResult.Watch>(await Run("watch", Second));
        using var cursor = watch.Plan.Cursor!;
        Assert.Equal(["one"], watch.Plan.Initial.Select(stored => ServedJson.Tree(watch.Resource, stored).Text("host")));

        await _cluster.Create(First, """{"apiVersion":"stable.example.com/v1","kind":"Host","metadata":{"name":"b"},"hostPort":"two:2"}""");
        await _cluster.Delete(First + "/a");

        var seen = new List<string>();
        while (seen.Count < 2)
        {
            while (cursor.TryRead(out var change))
            {
                Assert.Equal(change.Revision, cursor.Revision);
                seen.Add($"{change.Type} {ServedJson.Tree(watch.Resource, change.Object).Text("host")}");
            }

            if (seen.Count < 2)
                Assert.True(await cursor.WaitToRead(CancellationToken.None));
        }

        Assert.Equal(["Added two", "Deleted one"], seen);
    }

    [Fact]
    public async Task Loses_no_change_when_a_wait_is_cut_short()
    {
        var watch = Assert.IsType<VerbResult.Watch>(await Run("watch", Second));
        using var cursor = watch.Plan.Cursor!;
        var before = cursor.Revision;
        using var cut = new CancellationTokenSource();
        _server.OnRaw("/convert", review =>
        {
            cut.Cancel();
            return Answer(review, Converted);
        });
        await _cluster.Create(First, """{"apiVersion":"stable.example.com/v1","kind":"Host","metadata":{"name":"a"},"hostPort":"one:1"}""");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await cursor.WaitToRead(cut.Token));
        Assert.Equal(before, cursor.Revision);
        _server.OnRaw("/convert", review => Answer(review, Converted));

        Assert.True(await cursor.WaitToRead(CancellationToken.None));
        Assert.True(cursor.TryRead(out var change));
        Assert.Equal("one", ServedJson.Tree(watch.Resource, change.Object).Text("host"));
    }

    [Theory]
    [InlineData("""{"name":"other"}""", "returned invalid object: must have the same name: a != other")]
    [InlineData("""{"uid":"1"}""", "returned invalid object: must have the same UID: UID != 1")]
    [InlineData("""{"labels":{"bad label!":"x"}}""", "returned invalid metadata: metadata.labels: Invalid value: \"bad label!\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')")]
    public async Task Must_leave_an_object_what_it_is(string metadata, string problem)
    {
        await _cluster.Create(First, """{"apiVersion":"stable.example.com/v1","kind":"Host","metadata":{"name":"a"},"hostPort":"one:1"}""");
        _server.OnRaw("/convert", review => Answer(review, obj =>
        {
            var converted = Converted(obj);
            foreach (var (name, value) in WebhookServer.Json(metadata))
                converted.Object("metadata")!.Set(name, value);
            return converted;
        }));

        var refused = await TestCluster.Refused(() => _cluster.Get(Second + "/a"));

        var uid = (await _cluster.Get(First + "/a")).Object("metadata")!.Text("uid")!;
        Assert.Equal((500, $"conversion webhook for stable.example.com/v1, Kind=Host {problem}"), (refused.Code, refused.Message.Replace(uid, "UID", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task May_change_labels_but_nothing_else_of_the_metadata()
    {
        await _cluster.Create(First, """{"apiVersion":"stable.example.com/v1","kind":"Host","metadata":{"name":"a","annotations":{"k":"v"}},"hostPort":"one:1"}""");
        _server.OnRaw("/convert", review => Answer(review, obj =>
        {
            var converted = Converted(obj);
            var metadata = converted.Object("metadata")!;
            metadata.Set("labels", WebhookServer.Json("""{"l":"1"}"""));
            metadata.Remove("annotations");
            metadata.Set("generation", 99);
            metadata.Set("finalizers", TreeList.OfTexts(["x/y"]));
            return converted;
        }));

        var metadata = (await _cluster.Get(Second + "/a")).Object("metadata")!;

        Assert.Equal("""{"l":"1"}""", JsonTreeWriter.ToText(metadata["labels"]!));
        Assert.False(metadata.Has("annotations") || metadata.Has("finalizers"));
        Assert.Equal(1, metadata.Whole("generation"));
    }

    [Theory]
    [InlineData("""{"result":{"status":"Failed","message":"no way"}}""", "failed: no way")]
    [InlineData("""{"result":{"status":"Failed"}}""", "failed: response.result.status was 'Failed', not 'Success'")]
    [InlineData("""{"uid":"other","result":{"status":"Success"}}""", "failed: expected response.uid=\"UID\", got \"other\"")]
    [InlineData("""{"result":{"status":"Success"},"convertedObjects":[]}""", "returned 0 objects, expected 1")]
    [InlineData("""{"result":{"status":"Success"},"convertedObjects":[{"apiVersion":"stable.example.com/v1","kind":"Host"}]}""", "returned invalid object at index 0: invalid groupVersion (expected stable.example.com/v2, received stable.example.com/v1)")]
    public async Task Says_why_an_object_cannot_be_shown(string response, string problem)
    {
        await _cluster.Create(First, """{"apiVersion":"stable.example.com/v1","kind":"Host","metadata":{"name":"a"},"hostPort":"one:1"}""");
        var uid = "";
        _server.OnRaw("/convert", review =>
        {
            uid = review.Object("request")!.Text("uid")!;
            var answered = WebhookServer.Json(response);
            answered["uid"] ??= new TreeText(uid);
            return new TreeObject { ["kind"] = new TreeText("ConversionReview"), ["apiVersion"] = review["apiVersion"]!, ["response"] = answered };
        });

        var refused = await TestCluster.Refused(() => _cluster.Get(Second + "/a"));

        Assert.Equal((500, $"conversion webhook for stable.example.com/v1, Kind=Host {problem}"), (refused.Code, refused.Message.Replace(uid, "UID", StringComparison.Ordinal)));
        Assert.Equal("one:1", (await _cluster.Get(First + "/a")).Text("hostPort"));
    }

    [Fact]
    public async Task Says_that_nobody_answers()
    {
        await _cluster.Create(First, """{"apiVersion":"stable.example.com/v1","kind":"Host","metadata":{"name":"a"},"hostPort":"one:1"}""");
        await _cluster.Update(Definition, Host("""{"url":"https://localhost:1/convert"}""", storage: "v1", version: await Version()));

        var refused = await TestCluster.Refused(() => _cluster.Get(Second + "/a"));

        Assert.Equal(
            "conversion webhook for stable.example.com/v1, Kind=Host failed: Post \"https://localhost:1/convert?timeout=30s\": dial tcp localhost:1: connect: connection refused",
            refused.Message);
    }

    private static TreeObject Answer(TreeObject review, Func<TreeObject, TreeObject> convert)
    {
        var request = review.Object("request")!;
        return new TreeObject
        {
            ["kind"] = new TreeText("ConversionReview"),
            ["apiVersion"] = review["apiVersion"]!,
            ["response"] = new TreeObject
            {
                ["uid"] = request["uid"]!,
                ["result"] = WebhookServer.Json("""{"status":"Success"}"""),
                ["convertedObjects"] = new TreeList(request.List("objects")!.Objects().Select(convert)),
            },
        };
    }

    private static TreeObject Converted(TreeObject obj)
    {
        var next = obj.CloneObject();
        if (obj.Text("apiVersion") == "stable.example.com/v1")
        {
            var parts = obj.Text("hostPort")!.Split(':');
            next.Set("apiVersion", "stable.example.com/v2");
            next.Remove("hostPort");
            next.Set("host", parts[0]);
            next.Set("port", parts[1]);
            return next;
        }

        next.Set("apiVersion", "stable.example.com/v1");
        next.Set("hostPort", $"{obj.Text("host")}:{obj.Text("port")}");
        next.Remove("host");
        next.Remove("port");
        return next;
    }

    private static string Host(string client, string storage, string version = "") => $$"""
        {"metadata":{"name":"hosts.stable.example.com"{{(version.Length > 0 ? $",\"resourceVersion\":\"{version}\"" : "")}} },
         "spec":{"group":"stable.example.com","scope":"Namespaced","names":{"plural":"hosts","kind":"Host"},
          "conversion":{"strategy":"Webhook","webhook":{"clientConfig":{{client}},"conversionReviewVersions":["v1","v1beta1"]} },
          "versions":[
            {"name":"v1","served":true,"storage":{{(storage == "v1" ? "true" : "false")}},"schema":{"openAPIV3Schema":{"type":"object","properties":{"hostPort":{"type":"string"} } } } },
            {"name":"v2","served":true,"storage":{{(storage == "v2" ? "true" : "false")}},"schema":{"openAPIV3Schema":{"type":"object","properties":{"host":{"type":"string"},"port":{"type":"string"} } } } }]} }
        """;

    private async Task<string> Version() => (await _cluster.Get(Definition)).Object("metadata")!.Text("resourceVersion")!;

    private async Task<StoredObject> Stored(string name) =>
        (await _cluster.Store.Resource("hosts.stable.example.com").Get(new("default", name), CancellationToken.None))!;

    private async Task<List<TreeObject>> List(string path)
    {
        var list = Assert.IsType<VerbResult.List>(await Run("list", path));
        return [.. list.Page.Objects.Select(stored => ServedJson.Tree(list.Resource, stored))];
    }

    private ValueTask<VerbResult> Run(string verb, string path) => _cluster.Host.Verbs.Run(
        new ApiRequest { Path = RequestPath.Parse(path), Verb = verb, User = UserInfo.ApiServer }, CancellationToken.None);

    private static TreeObject Changed(TreeObject obj, string member, string value)
    {
        var next = obj.CloneObject();
        next.Set(member, value);
        return next;
    }
}
