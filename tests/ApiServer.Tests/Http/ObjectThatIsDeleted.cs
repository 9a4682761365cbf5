using CloudletK8s.TestKit.Servers;

namespace CloudletK8s.ApiServer.Tests.Http;

public sealed class ObjectThatIsDeleted(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private readonly InProcessServer _server = fixture.Server;

    private PlainClient Client => _server.Client;

    [Fact]
    public async Task Is_gone_and_says_what_it_was()
    {
        var maps = await Under("configmaps");
        var created = (await Client.Post(maps, """{"metadata":{"name":"a"}}""")).Expect(201);

        var answer = (await Client.Delete($"{maps}/a")).Expect(200);

        Assert.Equal(("Status", "Success"), (answer.Json.Text("kind"), answer.Json.Text("status")));
        var details = answer.Json.Object("details")!;
        Assert.Equal(("a", "configmaps", created.Metadata.Text("uid")), (details.Text("name"), details.Text("kind"), details.Text("uid")));
        (await Client.Get($"{maps}/a")).Expect(404);
        (await Client.Delete($"{maps}/a")).ExpectStatus(404, "NotFound", "configmaps \"a\" not found");
    }

    [Fact]
    public async Task Stays_until_its_last_finalizer_goes()
    {
        var maps = await Under("configmaps");
        (await Client.Post(maps, """{"metadata":{"name":"a","finalizers":["x.example/one","x.example/two"]}}""")).Expect(201);

        var marked = (await Client.Delete($"{maps}/a")).Expect(200);
        Assert.NotEmpty(marked.Metadata.Text("deletionTimestamp")!);
        Assert.Equal(0, marked.Metadata.Whole("deletionGracePeriodSeconds"));
        (await Client.Delete($"{maps}/a")).Expect(200);
        (await Client.Patch($"{maps}/a", """{"metadata":{"finalizers":["x.example/one","x.example/two","x.example/new"]}}""")).Expect(422);
        (await Client.Patch($"{maps}/a", """{"metadata":{"finalizers":["x.example/two"]}}""")).Expect(200);
        (await Client.Get($"{maps}/a")).Expect(200);

        (await Client.Patch($"{maps}/a", """{"metadata":{"finalizers":null}}""")).Expect(200);
        (await Client.Get($"{maps}/a")).Expect(404);
    }

    [Theory]
    [InlineData("Foreground", "foregroundDeletion")]
    [InlineData("Orphan", "orphan")]
    public async Task Waits_for_its_dependents_where_the_policy_says_so(string policy, string finalizer)
    {
        var maps = await Under("configmaps");
        (await Client.Post(maps, """{"metadata":{"name":"a"}}""")).Expect(201);

        var marked = (await Client.Delete($"{maps}/a", $$"""{"kind":"DeleteOptions","apiVersion":"v1","propagationPolicy":"{{policy}}"}""")).Expect(200);

        Assert.Equal([finalizer], marked.Metadata.List("finalizers")!.Texts());
        (await Client.Delete($"{maps}/a?propagationPolicy=Background")).Expect(200);
        (await Client.Get($"{maps}/a")).Expect(404);
    }

    [Fact]
    public async Task Must_be_the_one_that_was_meant()
    {
        var maps = await Under("configmaps");
        var created = (await Client.Post(maps, """{"metadata":{"name":"a"}}""")).Expect(201);
        var uid = created.Metadata.Text("uid");

        (await Client.Delete($"{maps}/a", """{"preconditions":{"uid":"other"}}""")).ExpectStatus(
            409,
            "Conflict",
            $"Operation cannot be fulfilled on configmaps \"a\": Precondition failed: UID in precondition: other, UID in object meta: {uid}");
        (await Client.Delete($"{maps}/a", """{"preconditions":{"resourceVersion":"1"}}""")).Expect(409);
        (await Client.Delete($"{maps}/a", $$"""{"preconditions":{"uid":"{{uid}}","resourceVersion":"{{created.Version}}"} }""")).Expect(200);
    }

    [Fact]
    public async Task As_a_pod_that_runs_is_given_time()
    {
        var pods = await Under("pods");
        (await Client.Post(pods, """{"metadata":{"name":"p"},"spec":{"nodeName":"n","terminationGracePeriodSeconds":20,"containers":[{"name":"c","image":"i"}]}}""")).Expect(201);

        var marked = (await Client.Delete($"{pods}/p")).Expect(200);
        var hurried = (await Client.Delete($"{pods}/p?gracePeriodSeconds=5")).Expect(200);
        var slowed = (await Client.Delete($"{pods}/p?gracePeriodSeconds=60")).Expect(200);
        (await Client.Delete($"{pods}/p", """{"gracePeriodSeconds":0}""")).Expect(200);

        Assert.Equal(
            (20, 5, 5),
            (marked.Metadata.Whole("deletionGracePeriodSeconds"), hurried.Metadata.Whole("deletionGracePeriodSeconds"), slowed.Metadata.Whole("deletionGracePeriodSeconds")));
        (await Client.Get($"{pods}/p")).Expect(404);
    }

    [Fact]
    public async Task As_a_namespace_takes_nothing_new_and_goes_when_it_is_finalized()
    {
        var name = await _server.Namespace();
        var path = $"/api/v1/namespaces/{name}";

        Assert.Equal("Terminating", (await Client.Delete(path)).Expect(200).Json.Object("status")!.Text("phase"));
        var refused = (await Client.Post($"{path}/configmaps", """{"metadata":{"name":"a"}}""")).Expect(403);
        var ended = await Client.Put($"{path}/finalize", $$"""{"kind":"Namespace","apiVersion":"v1","metadata":{"name":"{{name}}"},"spec":{"finalizers":[]} }""");

        Assert.Equal(
            $"configmaps \"a\" is forbidden: unable to create new content in namespace {name} because it is being terminated", refused.Message);
        Assert.Equal("NamespaceTerminating", refused.Json.Object("details")!.List("causes")!.Objects().Single().Text("reason"));
        ended.Expect(200);
        (await Client.Get(path)).Expect(404);
        (await Client.Post($"{path}/configmaps", """{"metadata":{"name":"a"}}""")).ExpectStatus(404, "NotFound", $"namespaces \"{name}\" not found");
        (await Client.Delete("/api/v1/namespaces/default")).ExpectStatus(
            403, "Forbidden", "namespaces \"default\" is forbidden: this namespace may not be deleted");
    }

    private async Task<string> Under(string resource) => $"/api/v1/namespaces/{await _server.Namespace()}/{resource}";
}
