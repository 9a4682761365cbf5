using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Tests.CustomResources;
using CloudletK8s.TestKit.Servers;

namespace CloudletK8s.ApiServer.Tests.OpenApi;

/// <summary>What kubectl explain and clients' validation know of custom resources, for as long as those are served.</summary>
public sealed class DocumentsOfDefinedKinds : IAsyncLifetime
{
    private const string Kind = "com.example.stable.v1.CronTab";
    private const string Second = """,{"name":"v2","served":true,"storage":false,"schema":{"openAPIV3Schema":{"type":"object","properties":{"spec":{"type":"object","properties":{"size":{"type":"integer"}}}}}}}""";
    private const string Definition = $"{Definitions.Path}/crontabs.stable.example.com";

    private InProcessServer _server = null!;

    public async Task InitializeAsync() => _server = await InProcessServer.Start();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Describe_every_served_version_until_it_goes()
    {
        Assert.False((await V2()).Has(Kind));
        (await _server.Client.Post(Definitions.Path, Definitions.CronTab(versions: Second))).Expect(201);

        var described = await V2();
        Assert.Equal("string", Property(described, Kind, "cronSpec").Text("type"));
        Assert.Equal("integer", Property(described, "com.example.stable.v2.CronTab", "size").Text("type"));
        Assert.True(described.Has("com.example.stable.v1.CronTabList"));
        var kind = described.Object(Kind)!.List("x-kubernetes-group-version-kind")!.Objects().Single();
        Assert.Equal(("stable.example.com", "v1", "CronTab"), (kind.Text("group"), kind.Text("version"), kind.Text("kind")));
        Assert.Equal("string", Property((await V3("v1")).Object("components", "schemas")!, Kind, "cronSpec").Text("type"));

        (await _server.Client.Patch(Definition, """[{"op":"replace","path":"/spec/versions/1/served","value":false}]""", PlainClient.JsonPatch)).Expect(200);
        Assert.False((await V2()).Has("com.example.stable.v2.CronTab"));
        Assert.True((await V2()).Has(Kind));
        (await _server.Client.Get("/openapi/v3/apis/stable.example.com/v2")).Expect(404);

        (await _server.Client.Delete(Definition)).Expect(200);
        using var watch = await _server.Client.Watch($"{Definitions.Path}?watch=true&fieldSelector=metadata.name%3Dcrontabs.stable.example.com");
        while ((await _server.Client.Get(Definition)).Code == 200 && await watch.NextShort() is not "DELETED crontabs.stable.example.com")
        {
            // Its clean-up goes on in the background; each step of it is an event.
        }

        Assert.False((await V2()).Has(Kind));
        (await _server.Client.Get("/openapi/v3/apis/stable.example.com/v1")).Expect(404);
    }

    [Theory]
    [InlineData("""{"type":"object","x-kubernetes-preserve-unknown-fields":true}""")]
    [InlineData("""{"type":"object","properties":{"spec":{"type":"object","x-kubernetes-preserve-unknown-fields":true}}}""")]
    public async Task Leave_open_what_may_hold_anything(string schema)
    {
        (await _server.Client.Post(Definitions.Path, Definitions.CronTab(schema))).Expect(201);

        var kind = (await V2()).Object(Kind)!;

        Assert.Equal("object", kind.Text("type"));
        Assert.False((kind.Object("properties")?.Object("spec") ?? kind).Has("properties") && kind.Object("properties")?.Object("spec") is not null);
    }

    [Fact]
    public async Task Are_those_of_both_kinds_of_one_group()
    {
        (await _server.Client.Post(Definitions.Path, Definitions.CronTab())).Expect(201);
        (await _server.Client.Post(
            Definitions.Path,
            Definitions.CronTab().Replace("crontabs", "others", StringComparison.Ordinal).Replace("CronTab", "Other", StringComparison.Ordinal)
                .Replace("\"ct\"", "\"ot\"", StringComparison.Ordinal))).Expect(201);

        var described = (await V3("v1")).Object("components", "schemas")!;

        Assert.True(described.Has(Kind));
        Assert.True(described.Has("com.example.stable.v1.Other"));
    }

    private static TreeObject Property(TreeObject definitions, string kind, string name) =>
        definitions.Object(kind)!.Object("properties")!.Object("spec")!.Object("properties")!.Object(name)!;

    private async Task<TreeObject> V2() => (await _server.Client.Get("/openapi/v2")).Expect(200).Json.Object("definitions")!;

    private async Task<TreeObject> V3(string version) => (await _server.Client.Get($"/openapi/v3/apis/stable.example.com/{version}")).Expect(200).Json;
}
