using CloudletK8s.TestKit.Servers;

namespace CloudletK8s.ApiServer.Tests.Http;

public sealed class ObjectThatIsApplied(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private readonly InProcessServer _server = fixture.Server;

    private PlainClient Client => _server.Client;

    [Fact]
    public async Task Comes_to_be_and_stays_as_it_is_when_applied_again()
    {
        var maps = await Maps();

        var created = (await Client.Patch($"{maps}/a?fieldManager=one", Map("k", "v"), PlainClient.Apply)).Expect(201);
        var again = (await Client.Patch($"{maps}/a?fieldManager=one", Map("k", "v"), PlainClient.Apply)).Expect(200);

        Assert.Equal(created.Text.Trim(), again.Text.Trim());
        var entry = Assert.Single(created.Metadata.List("managedFields")!.Objects());
        Assert.Equal(("one", "Apply", "v1", "FieldsV1"), (entry.Text("manager"), entry.Text("operation"), entry.Text("apiVersion"), entry.Text("fieldsType")));
        Assert.True(entry.Object("fieldsV1", "f:data")!.Has("f:k"));
    }

    [Fact]
    public async Task Over_another_managers_field_conflicts_unless_forced()
    {
        var maps = await Maps();
        (await Client.Post($"{maps}?fieldManager=two", """{"metadata":{"name":"a"},"data":{"k":"1"}}""")).Expect(201);

        var refused = (await Client.Patch($"{maps}/a?fieldManager=one", Map("k", "2"), PlainClient.Apply)).Expect(409);
        var forced = (await Client.Patch($"{maps}/a?fieldManager=one&force=true", Map("k", "2"), PlainClient.Apply)).Expect(200);

        Assert.Equal("Conflict", refused.Reason);
        Assert.StartsWith("Apply failed with 1 conflict: conflict with \"two\"", refused.Message, StringComparison.Ordinal);
        Assert.EndsWith(".data.k", refused.Message, StringComparison.Ordinal);
        var cause = refused.Json.Object("details")!.List("causes")!.Objects().Single();
        Assert.Equal(("FieldManagerConflict", ".data.k"), (cause.Text("reason"), cause.Text("field")));
        Assert.Equal("2", forced.Json.Object("data")!.Text("k"));
    }

    [Fact]
    public async Task Loses_what_is_no_longer_in_its_configuration()
    {
        var maps = await Maps();
        (await Client.Patch($"{maps}/a?fieldManager=one", Map("k", "1"), PlainClient.Apply)).Expect(201);
        (await Client.Patch($"{maps}/a?fieldManager=other", """{"data":{"mine":"1"}}""")).Expect(200);

        var applied = (await Client.Patch($"{maps}/a?fieldManager=one", Map("l", "1"), PlainClient.Apply)).Expect(200);

        Assert.Equal(["l", "mine"], applied.Json.Object("data")!.Names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Needs_a_manager() => (await Client.Patch($"{await Maps()}/a", Map("k", "1"), PlainClient.Apply)).ExpectStatus(
        422, "Invalid", "PatchOptions.meta.k8s.io \"\" is invalid: fieldManager: Required value: is required for apply patch");

    [Fact]
    public async Task And_patched_in_the_other_ways_ends_the_same()
    {
        var maps = await Maps();
        (await Client.Post(maps, """{"metadata":{"name":"a"},"data":{"k":"1","l":"1"}}""")).Expect(201);

        (await Client.Patch($"{maps}/a", """{"data":{"k":null,"m":"2"}}""")).Expect(200);
        (await Client.Patch($"{maps}/a", """[{"op":"test","path":"/data/m","value":"2"},{"op":"replace","path":"/data/m","value":"3"}]""", PlainClient.JsonPatch)).Expect(200);
        var last = (await Client.Patch($"{maps}/a", """{"metadata":{"finalizers":["a.example/b"]},"data":{"n":"4"}}""", PlainClient.StrategicPatch)).Expect(200);

        Assert.Equal(["l", "m", "n"], last.Json.Object("data")!.Names.Order(StringComparer.Ordinal));
        Assert.Equal("3", last.Json.Object("data")!.Text("m"));
        (await Client.Patch($"{maps}/none", "{}")).ExpectStatus(404, "NotFound", "configmaps \"none\" not found");
    }

    private static string Map(string key, string value) => $"apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  {key}: '{value}'\n";

    private async Task<string> Maps() => $"/api/v1/namespaces/{await _server.Namespace()}/configmaps";
}
